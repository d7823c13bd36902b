import { type AksRuleCases, admin, identity, registry, withOptions } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/identity/identity-ids",
    passes: [["UUIDs", withOptions({ identities: { controlPlane: { id: identity, principalId: admin } } })]],
    fails: [
      [
        "names",
        withOptions({
          identities: {
            controlPlane: { id: identity, principalId: "shop" },
            kubelet: { id: identity, principalId: admin, clientId: "nodes" },
          },
        }),
        'error aks.identities.controlPlane.principalId: must be a UUID such as 11111111-2222-3333-4444-555555555555, got "shop"',
        'error aks.identities.kubelet.clientId: must be a UUID such as 11111111-2222-3333-4444-555555555555, got "nodes"',
      ],
    ],
  },
  {
    rule: "aks/identity/registries-unique",
    passes: [["one", withOptions({ registries: [registry] })]],
    fails: [
      [
        "one twice, in other letters",
        withOptions({ registries: [registry, registry.toLowerCase()] }),
        "error aks.registries[1]: is a duplicate of [0]",
      ],
    ],
  },
];
