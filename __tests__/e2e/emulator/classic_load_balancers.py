"""Adds to moto's classic load balancers what AWS sets at the creation."""

from moto.elb.models import ELBBackend, FakeHealthCheck

create_load_balancer = ELBBackend.create_load_balancer


def create_with_health_check(self, *args, **given):
    """https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-healthchecks.html#health-check-configuration"""
    created = create_load_balancer(self, *args, **given)
    port = created.listeners[0].instance_port
    created.health_check = FakeHealthCheck("5", "10", "2", "30", f"TCP:{port}")
    return created


def add_to_moto():
    ELBBackend.create_load_balancer = create_with_health_check
