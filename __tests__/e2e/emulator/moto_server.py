"""Runs moto's server on a free loopback port until standard input is closed, so that it ends with its parent."""

import os
import sys
import threading

import backups
import classic_load_balancers
import launches
import placement_groups
import repairs
from moto.server import main


def exit_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)


repairs.repair_moto()
placement_groups.add_to_moto()
backups.add_to_moto()
classic_load_balancers.add_to_moto()
launches.add_to_moto()
threading.Thread(target=exit_with_parent, daemon=True).start()
main(["-H", "127.0.0.1", "-p", "0"])
