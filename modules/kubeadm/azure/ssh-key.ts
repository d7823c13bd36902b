/**
 * Azure wants a public key for the administrator of a machine with Linux. The private key of this one does not exist: its point is the hash of a
 * text, so that a private key would be a discrete logarithm. No rule of the network allows SSH from outside the nodes.
 *
 * The test of this file derives it: the first SHA-256 of `kubernetes-boot: no private key N`, N from 0, that is a point of the curve.
 */
export const unusableKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE+ouugapmd9F3KHpA1iHscIGq9MuzhSi3Hy0ubLI/EF";
