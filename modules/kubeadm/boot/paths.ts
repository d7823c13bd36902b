/** Path of the boot program on the machine. */
export const programPath = "/usr/local/lib/kubernetes-boot/boot.sh";

/** Folder of the settings and documents on the machine. */
export const settingsFolder = "/etc/kubernetes-boot";

/** Folder of what the boot program keeps on the machine. */
export const stateFolder = "/var/lib/kubernetes-boot";
