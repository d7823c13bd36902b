// The facts of machine types in the answer of DescribeInstanceTypes.

/** The rows of DescribeInstanceTypes by family. */
export function groupByFamily(types) {
  const families = {};
  for (const type of types) {
    const [family, size] = type.InstanceType.split(".");
    const architecture = type.ProcessorInfo.SupportedArchitectures.find((name) => name !== "i386");
    const accelerator = acceleratorOf(type);
    const localDisks = type.InstanceStorageSupported ? true : undefined;
    families[family] ??= {
      architecture,
      ...(accelerator && { accelerator }),
      ...(localDisks && { localDisks }),
      sizes: {},
    };
    for (const [fact, value] of Object.entries({ architecture, accelerator, localDisks })) {
      if (families[family][fact] !== value)
        throw new Error(`${type.InstanceType} differs from its family in ${fact}`);
    }
    families[family].sizes[size] = row(type);
  }
  return families;
}

function row({ VCpuInfo, MemoryInfo, NetworkInfo }) {
  const card = NetworkInfo.NetworkCards.find(
    (c) => c.NetworkCardIndex === NetworkInfo.DefaultNetworkCardIndex,
  );
  const adapters = NetworkInfo.EfaInfo?.MaximumEfaInterfaces ?? 0;
  return [
    VCpuInfo.DefaultVCpus,
    Number((MemoryInfo.SizeInMiB / 1024).toFixed(2)),
    card.MaximumNetworkInterfaces,
    NetworkInfo.Ipv4AddressesPerInterface,
    ...(adapters > 0 ? [adapters] : []),
  ];
}

function acceleratorOf({ InstanceType, GpuInfo, NeuronInfo }) {
  // AWS describes trn2u without its Trainium devices.
  if (NeuronInfo || /^(inf|trn)\d/.test(InstanceType)) return "neuron";
  return GpuInfo?.Gpus.some((gpu) => gpu.Manufacturer === "NVIDIA") ? "nvidia" : undefined;
}
