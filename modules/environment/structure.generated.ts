// Generated from the types by "npm run schema": do not edit.
/* eslint-disable */
// @ts-nocheck
"use strict";
export const Environment = validate26;
const schema7 = {"type":"object","properties":{"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags on everything of every cluster; a cluster's own tags win."},"clusters":{"type":"array","items":{"$ref":"#/definitions/PlatformClusterSpec"},"description":"The clusters; each becomes one stack."}},"required":["clusters"],"additionalProperties":false,"description":"An environment file: the clusters that are deployed together, under one name. The name is the file's: `production` for `production.yaml`."};
const schema8 = {};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
validate23.errors = null;
return true;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.clusters === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "clusters"},schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "tags") || (key0 === "clusters"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.tags !== undefined){
let data0 = data.tags;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data1 = data0[key1];
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/tags/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema7.properties.tags.additionalProperties.type,parentSchema:schema7.properties.tags.additionalProperties,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema7.properties.tags.type,parentSchema:schema7.properties.tags,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.clusters !== undefined){
let data2 = data.clusters;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate23(data2[i0], {instancePath:instancePath+"/clusters/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/clusters",schemaPath:"#/properties/clusters/type",keyword:"type",params:{type: "array"},schema:schema7.properties.clusters.type,parentSchema:schema7.properties.clusters,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema7.type,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

export const EksClusterSpec = validate28;
const schema10 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the cluster, unique in its environment. In an environment file the cloud knows the cluster as `<environment>-<name>`, which is also the id of its stack.\n\nLimits: starts with a letter; letters, digits and `-`. The platform limits the length of the whole."},"region":{"type":"string","description":"Region of the cloud, e.g. `us-east-1`. A literal: it decides zone names and partitions."},"kubernetesVersion":{"type":"string","description":"Kubernetes minor version as a string, e.g. `\"1.35\"` (quoted: YAML reads 1.30 as the number 1.3)."},"network":{"$ref":"#/definitions/EksNetworkSpec","description":"Addresses, zones and the way out. Left out: a new network of 10.0.0.0/16 over three zones."},"access":{"$ref":"#/definitions/EksAccessSpec","description":"Who may reach the API server, and who may do what there."},"nodeGroups":{"type":"array","items":{"$ref":"#/definitions/EksNodeGroupSpec"},"description":"The workers, in groups of like machines."},"autoscaling":{"$ref":"#/definitions/Autoscaling","description":"Who changes the number of nodes of groups that have a size range.\n\n- `none`: nobody; the range is only a bound for people.\n- `cluster-autoscaler`: the Kubernetes Cluster Autoscaler; its permissions and the tags it reads are made here,   the program itself is installed in the cluster.\n- `auto-provisioning`: machines are made for the pods that wait for one, of the type that fits them. Node groups stay   at the size that they have; the platform says what does it.","default":"cluster-autoscaler"},"storage":{"$ref":"#/definitions/EksStorageSpec","description":"Persistent storage for workloads."},"encryption":{"$ref":"#/definitions/EksEncryptionSpec","description":"Keys for what the cluster stores."},"loadBalancing":{"$ref":"#/definitions/EksLoadBalancingSpec","description":"Load balancers that the cluster makes for its services."},"dns":{"$ref":"#/definitions/EksDnsSpec","description":"Names that the cluster gives to its services."},"workloadIdentities":{"type":"array","items":{"$ref":"#/definitions/EksWorkloadIdentitySpec"},"description":"Workloads that act in the cloud, and what they may do there."},"observability":{"$ref":"#/definitions/EksObservabilitySpec","description":"What the control plane and the network write down, and for how long."},"protection":{"type":"boolean","description":"Guards against losing the cluster: the cloud's deletion protection and Terraform's `prevent_destroy`, one switch. A destroy needs an apply with `protection: false` first.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags on everything that can carry them. Keys and values as the cloud takes them."},"platform":{"type":"string","const":"eks","description":"Amazon Elastic Kubernetes Service."},"upgrades":{"$ref":"#/definitions/EksUpgradesSpec","description":"How long this Kubernetes version may run."},"eks":{"$ref":"#/definitions/EksOptions","description":"What only EKS has."}},"required":["access","kubernetesVersion","name","nodeGroups","platform","region"],"additionalProperties":false,"description":"An EKS cluster, as an environment file describes it."};
const func2 = Object.prototype.hasOwnProperty;
const schema11 = {"type":"object","properties":{"cidr":{"type":"string","description":"IPv4 range of a new VPC, /16 to /22. Immutable: a cluster with another range is another cluster. The subnets of six zones find room in it: for each zone a private one of an eighth (nodes and pods: the VPC CNI gives every pod an address of its subnet), and a public and an intra one (control-plane interfaces) of a 64th each.","default":"10.0.0.0/16"},"zones":{"anyOf":[{"type":"number"},{"type":"array","items":{"type":"string"}}],"description":"Availability zones: how many, or their names. A number takes the region's first zones in order.\n\nA zone that is added later gets subnets and, with `spread: per-zone`, node groups of its own; node groups that are one over all zones are replaced, the new ones first. The control plane stays in the zones it was made in, so that none of those can be taken away.","default":3},"nat":{"$ref":"#/definitions/Nat","description":"How private nodes reach the internet.\n\n- `none`: not at all; what they need must come through endpoints.\n- `single`: one gateway in the first zone. Cheap; a failure of that zone cuts off all, and traffic crosses zones.\n- `per-zone`: one gateway in each zone.\n- `regional`: one gateway that the cloud itself spreads over the zones.","default":"per-zone"},"serviceCidr":{"type":"string","description":"IPv4 range of Kubernetes services. Immutable. Left out: the platform chooses one beside the network's."},"private":{"type":"boolean","description":"A network without any way to the internet, and an API server without a public address: no gateways, no public subnets; what nodes need of the cloud comes through endpoints, which are made. Images must come from a registry inside the cloud, and people from a network that is joined to this one.","default":false},"ipFamily":{"$ref":"#/definitions/IpFamily","description":"Family of the addresses of pods and services. With `ipv6` each has an IPv6 address, of which there is no end; nodes keep an IPv4 address beside it. Immutable.","default":"ipv4"},"podCidr":{"type":"string","description":"IPv4 range of pods, /16 to /25, added to a new VPC; of it each zone has an eighth. `100.64.0.0/16` fits beside every VPC and is routed nowhere else. Pods then have no interface of their node's: it runs fewer of them, unless `podAddresses` is `prefixes`. Takes effect on new nodes."},"endpoints":{"type":"array","items":{"$ref":"#/definitions/EksEndpoint"},"description":"Interface endpoints to make, by the short name of their service, e.g. `ecr.api`. They keep traffic to AWS inside the VPC, and cost per zone and hour. The S3 gateway endpoint is always there; it is free. A private network has those that nodes, core add-ons and the load balancer controller need without their being named; these are added.","default":[]},"flowLogs":{"type":"boolean","description":"Records of all traffic in the VPC, in CloudWatch Logs.","default":true},"existing":{"$ref":"#/definitions/EksExistingNetwork","description":"A VPC that is there already; then its range, zones, gateways, endpoints and flow logs are its own matter, and nothing is said of them here."},"podAddresses":{"$ref":"#/definitions/EksPodAddresses","description":"How the VPC CNI takes addresses for pods out of the subnet.\n\n- `secondary-ips`: one by one. The interfaces of a node hold few: 29 pods on a m7i.large.\n- `prefixes`: sixteen at once, so that small nodes run as many pods as EKS allows (110, or 250 from 31 vCPUs). Needs   Nitro machines and subnets that are not scattered with single addresses. Takes effect on new nodes.\n\nAn IPv6 cluster has prefixes in any case.","default":"secondary-ips"},"nodeRules":{"$ref":"#/definitions/EksNodeRules","description":"What may reach the nodes.\n\n- `standard`: nodes reach each other on all ports, the control plane reaches them on 443 and from 1025 on.\n- `restricted`: nodes reach each other on DNS and TCP from 1025 on; the control plane reaches kubelets (10250), 443, and   what `webhookPorts` names.","default":"standard"},"webhookPorts":{"type":"array","items":{"type":"number"},"description":"TCP ports on which the control plane reaches pods: those of admission webhooks and aggregated APIs, such as 9443 (AWS Load Balancer Controller), 8443 (Karpenter), 10251 (the metrics-server add-on), 15017 (Istio). A port that is open anyway gets no rule of its own.","default":[]}},"additionalProperties":false,"description":"A new VPC, or an existing one."};
const schema12 = {"type":"string","enum":["none","single","per-zone","regional"],"description":"See  {@link  NetworkSpec.nat } ."};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((data === "none") || (data === "single")) || (data === "per-zone")) || (data === "regional"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema12.enum},schema:schema12.enum,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

const schema13 = {"type":"string","enum":["ipv4","ipv6"],"description":"See  {@link  NetworkSpec.ipFamily } ."};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "ipv4") || (data === "ipv6"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema13.enum},schema:schema13.enum,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

const schema14 = {"type":"string","enum":["autoscaling","ec2","ecr.api","ecr.dkr","eks","eks-auth","elasticloadbalancing","kms","logs","sqs","ssm","ssmmessages","ec2messages","sts"],"description":"Services that nodes and core add-ons talk to, and that have interface endpoints."};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((((((((((data === "autoscaling") || (data === "ec2")) || (data === "ecr.api")) || (data === "ecr.dkr")) || (data === "eks")) || (data === "eks-auth")) || (data === "elasticloadbalancing")) || (data === "kms")) || (data === "logs")) || (data === "sqs")) || (data === "ssm")) || (data === "ssmmessages")) || (data === "ec2messages")) || (data === "sts"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema14.enum},schema:schema14.enum,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

const schema15 = {"type":"object","properties":{"vpcId":{"type":"string","description":"Id of the VPC. DNS support and DNS host names must be on."},"cidr":{"type":"string","description":"IPv4 range of the VPC; checked against the service range when given."},"nodeSubnets":{"type":"array","items":{"$ref":"#/definitions/EksExistingSubnet"},"description":"Subnets of nodes and pods, in at least two zones."},"controlPlaneSubnetIds":{"type":"array","items":{"type":"string"},"description":"Ids of at least two subnets for the control plane's interfaces. Left out: the node subnets."},"podSubnets":{"type":"array","items":{"$ref":"#/definitions/EksExistingSubnet"},"description":"Subnets of pods alone, one in each zone that has nodes (the VPC CNI's custom networking). Left out: pods have addresses of the node subnets. Takes effect on new nodes."},"tagSubnets":{"type":"boolean","description":"Puts the tag `kubernetes.io/cluster/<name>` = `shared` on the node subnets, by which load balancer controllers tell the subnets of several clusters in one VPC apart. Whoever manages the subnets must leave this tag alone: in Terraform with `ignore_tags` of the provider.","default":false}},"required":["vpcId","nodeSubnets"],"additionalProperties":false,"description":"A VPC that is there already. Its subnets need routes to what nodes use, and tags for load balancers; for an IPv6 cluster also an IPv6 range each, and IPv6 addresses on creation."};
const schema16 = {"type":"object","properties":{"id":{"type":"string","description":"Id of the subnet, `subnet-…`."},"zone":{"type":"string","description":"Name of its zone, a literal: it decides the spread of node groups."},"cidr":{"type":"string","description":"Its IPv4 range; when given, room for nodes and pods is checked."}},"required":["id","zone"],"additionalProperties":false,"description":"A subnet that is there already."};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.zone === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zone"},schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "id") || (key0 === "zone")) || (key0 === "cidr"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema16.properties.id.type,parentSchema:schema16.properties.id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.zone !== undefined){
let data1 = data.zone;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},schema:schema16.properties.zone.type,parentSchema:schema16.properties.zone,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.cidr !== undefined){
let data2 = data.cidr;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema16.properties.cidr.type,parentSchema:schema16.properties.cidr,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.vpcId === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vpcId"},schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.nodeSubnets === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeSubnets"},schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "vpcId") || (key0 === "cidr")) || (key0 === "nodeSubnets")) || (key0 === "controlPlaneSubnetIds")) || (key0 === "podSubnets")) || (key0 === "tagSubnets"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.vpcId !== undefined){
let data0 = data.vpcId;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/vpcId",schemaPath:"#/properties/vpcId/type",keyword:"type",params:{type: "string"},schema:schema15.properties.vpcId.type,parentSchema:schema15.properties.vpcId,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cidr !== undefined){
let data1 = data.cidr;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema15.properties.cidr.type,parentSchema:schema15.properties.cidr,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.nodeSubnets !== undefined){
let data2 = data.nodeSubnets;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate37(data2[i0], {instancePath:instancePath+"/nodeSubnets/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/nodeSubnets",schemaPath:"#/properties/nodeSubnets/type",keyword:"type",params:{type: "array"},schema:schema15.properties.nodeSubnets.type,parentSchema:schema15.properties.nodeSubnets,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.controlPlaneSubnetIds !== undefined){
let data4 = data.controlPlaneSubnetIds;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 !== "string"){
const err6 = {instancePath:instancePath+"/controlPlaneSubnetIds/" + i1,schemaPath:"#/properties/controlPlaneSubnetIds/items/type",keyword:"type",params:{type: "string"},schema:schema15.properties.controlPlaneSubnetIds.items.type,parentSchema:schema15.properties.controlPlaneSubnetIds.items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/controlPlaneSubnetIds",schemaPath:"#/properties/controlPlaneSubnetIds/type",keyword:"type",params:{type: "array"},schema:schema15.properties.controlPlaneSubnetIds.type,parentSchema:schema15.properties.controlPlaneSubnetIds,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.podSubnets !== undefined){
let data6 = data.podSubnets;
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
if(!(validate37(data6[i2], {instancePath:instancePath+"/podSubnets/" + i2,parentData:data6,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/podSubnets",schemaPath:"#/properties/podSubnets/type",keyword:"type",params:{type: "array"},schema:schema15.properties.podSubnets.type,parentSchema:schema15.properties.podSubnets,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.tagSubnets !== undefined){
let data8 = data.tagSubnets;
if(typeof data8 !== "boolean"){
const err9 = {instancePath:instancePath+"/tagSubnets",schemaPath:"#/properties/tagSubnets/type",keyword:"type",params:{type: "boolean"},schema:schema15.properties.tagSubnets.type,parentSchema:schema15.properties.tagSubnets,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const schema17 = {"type":"string","enum":["secondary-ips","prefixes"],"description":"See  {@link  EksNetworkSpec.podAddresses } ."};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "secondary-ips") || (data === "prefixes"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema17.enum},schema:schema17.enum,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"string","enum":["standard","restricted"],"description":"See  {@link  EksNetworkSpec.nodeRules } ."};

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "standard") || (data === "restricted"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema18.enum},schema:schema18.enum,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.cidr !== undefined){
let data0 = data.cidr;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema11.properties.cidr.type,parentSchema:schema11.properties.cidr,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.zones !== undefined){
let data1 = data.zones;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema11.properties.zones.anyOf[0].type,parentSchema:schema11.properties.zones.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema11.properties.zones.anyOf[1].items.type,parentSchema:schema11.properties.zones.anyOf[1].items,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema11.properties.zones.anyOf[1].type,parentSchema:schema11.properties.zones.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err5 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf",keyword:"anyOf",params:{},schema:schema11.properties.zones.anyOf,parentSchema:schema11.properties.zones,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.nat !== undefined){
if(!(validate30(data.nat, {instancePath:instancePath+"/nat",parentData:data,parentDataProperty:"nat",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.serviceCidr !== undefined){
let data4 = data.serviceCidr;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/serviceCidr",schemaPath:"#/properties/serviceCidr/type",keyword:"type",params:{type: "string"},schema:schema11.properties.serviceCidr.type,parentSchema:schema11.properties.serviceCidr,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.private !== undefined){
let data5 = data.private;
if(typeof data5 !== "boolean"){
const err7 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/type",keyword:"type",params:{type: "boolean"},schema:schema11.properties.private.type,parentSchema:schema11.properties.private,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ipFamily !== undefined){
if(!(validate32(data.ipFamily, {instancePath:instancePath+"/ipFamily",parentData:data,parentDataProperty:"ipFamily",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.podCidr !== undefined){
let data7 = data.podCidr;
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/podCidr",schemaPath:"#/properties/podCidr/type",keyword:"type",params:{type: "string"},schema:schema11.properties.podCidr.type,parentSchema:schema11.properties.podCidr,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.endpoints !== undefined){
let data8 = data.endpoints;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate34(data8[i1], {instancePath:instancePath+"/endpoints/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/endpoints",schemaPath:"#/properties/endpoints/type",keyword:"type",params:{type: "array"},schema:schema11.properties.endpoints.type,parentSchema:schema11.properties.endpoints,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.flowLogs !== undefined){
let data10 = data.flowLogs;
if(typeof data10 !== "boolean"){
const err10 = {instancePath:instancePath+"/flowLogs",schemaPath:"#/properties/flowLogs/type",keyword:"type",params:{type: "boolean"},schema:schema11.properties.flowLogs.type,parentSchema:schema11.properties.flowLogs,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.existing !== undefined){
if(!(validate36(data.existing, {instancePath:instancePath+"/existing",parentData:data,parentDataProperty:"existing",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data.podAddresses !== undefined){
if(!(validate41(data.podAddresses, {instancePath:instancePath+"/podAddresses",parentData:data,parentDataProperty:"podAddresses",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data.nodeRules !== undefined){
if(!(validate43(data.nodeRules, {instancePath:instancePath+"/nodeRules",parentData:data,parentDataProperty:"nodeRules",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.webhookPorts !== undefined){
let data14 = data.webhookPorts;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(!((typeof data15 == "number") && (isFinite(data15)))){
const err11 = {instancePath:instancePath+"/webhookPorts/" + i2,schemaPath:"#/properties/webhookPorts/items/type",keyword:"type",params:{type: "number"},schema:schema11.properties.webhookPorts.items.type,parentSchema:schema11.properties.webhookPorts.items,data:data15};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/webhookPorts",schemaPath:"#/properties/webhookPorts/type",keyword:"type",params:{type: "array"},schema:schema11.properties.webhookPorts.type,parentSchema:schema11.properties.webhookPorts,data:data14};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema19 = {"type":"object","properties":{"private":{"type":"boolean","description":"The API server answers inside the network, which is how nodes reach it. `false` is possible only where the public address is open to all, since nodes then come in from outside.","default":true},"publicFrom":{"type":"array","items":{"type":"string"},"description":"IPv4 ranges from which the API server's public address may be reached. Empty: there is no public address.","default":[]},"admins":{"type":"array","items":{"type":"string"},"description":"ARNs of IAM roles or users with all rights (AmazonEKSClusterAdminPolicy). `[]` says on purpose: nobody."},"editors":{"type":"array","items":{"$ref":"#/definitions/AccessGrant"},"description":"Principals that may change workloads, everywhere or in some namespaces."},"viewers":{"type":"array","items":{"$ref":"#/definitions/AccessGrant"},"description":"Principals that may look, everywhere or in some namespaces."}},"required":["admins"],"additionalProperties":false,"description":"Who may reach the API server, and who may do what there; principals are ARNs of IAM roles or users."};
const schema20 = {"type":"object","properties":{"principal":{"type":"string","description":"The principal, as the platform's identity service names it."},"namespaces":{"type":"array","items":{"type":"string"},"description":"Namespaces that the right is limited to; `*` stands for any run of characters. Left out: the whole cluster."}},"required":["principal"],"additionalProperties":false,"description":"A right in the cluster, everywhere or in some namespaces."};

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.principal === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "principal"},schema:schema20.required,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "principal") || (key0 === "namespaces"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.principal !== undefined){
let data0 = data.principal;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/type",keyword:"type",params:{type: "string"},schema:schema20.properties.principal.type,parentSchema:schema20.properties.principal,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.namespaces !== undefined){
let data1 = data.namespaces;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/namespaces/" + i0,schemaPath:"#/properties/namespaces/items/type",keyword:"type",params:{type: "string"},schema:schema20.properties.namespaces.items.type,parentSchema:schema20.properties.namespaces.items,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/type",keyword:"type",params:{type: "array"},schema:schema20.properties.namespaces.type,parentSchema:schema20.properties.namespaces,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}


function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.admins === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "admins"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "private") || (key0 === "publicFrom")) || (key0 === "admins")) || (key0 === "editors")) || (key0 === "viewers"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.private !== undefined){
let data0 = data.private;
if(typeof data0 !== "boolean"){
const err2 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/type",keyword:"type",params:{type: "boolean"},schema:schema19.properties.private.type,parentSchema:schema19.properties.private,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.publicFrom !== undefined){
let data1 = data.publicFrom;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/publicFrom/" + i0,schemaPath:"#/properties/publicFrom/items/type",keyword:"type",params:{type: "string"},schema:schema19.properties.publicFrom.items.type,parentSchema:schema19.properties.publicFrom.items,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/publicFrom",schemaPath:"#/properties/publicFrom/type",keyword:"type",params:{type: "array"},schema:schema19.properties.publicFrom.type,parentSchema:schema19.properties.publicFrom,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.admins !== undefined){
let data3 = data.admins;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/admins/" + i1,schemaPath:"#/properties/admins/items/type",keyword:"type",params:{type: "string"},schema:schema19.properties.admins.items.type,parentSchema:schema19.properties.admins.items,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/admins",schemaPath:"#/properties/admins/type",keyword:"type",params:{type: "array"},schema:schema19.properties.admins.type,parentSchema:schema19.properties.admins,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.editors !== undefined){
let data5 = data.editors;
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
if(!(validate47(data5[i2], {instancePath:instancePath+"/editors/" + i2,parentData:data5,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/editors",schemaPath:"#/properties/editors/type",keyword:"type",params:{type: "array"},schema:schema19.properties.editors.type,parentSchema:schema19.properties.editors,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.viewers !== undefined){
let data7 = data.viewers;
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
if(!(validate47(data7[i3], {instancePath:instancePath+"/viewers/" + i3,parentData:data7,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/viewers",schemaPath:"#/properties/viewers/type",keyword:"type",params:{type: "array"},schema:schema19.properties.viewers.type,parentSchema:schema19.properties.viewers,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}

const schema21 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the group, unique in its cluster: lower-case letters, digits and `-`, starting with a letter."},"machineTypes":{"type":"array","items":{"type":"string"},"description":"EC2 instance types, in order of preference. All of one processor architecture. Where  {@link  machines }  says what they must have, a whole family can be named as `m7i.*`."},"size":{"anyOf":[{"type":"number"},{"$ref":"#/definitions/SizeRange"}],"description":"Number of nodes: **the total over all zones**. A number is fixed, and Terraform holds it. A range means that an autoscaler owns the number between its ends: the group starts at `min` and Terraform ignores later changes. So the number of nodes that there are must lie within a new range, in each zone with `spread: per-zone`: let the autoscaler or the console move it there first."},"capacity":{"$ref":"#/definitions/Capacity","description":"`on-demand`, or `spot`: cheap machines that the cloud takes back at two minutes' notice.","default":"on-demand"},"zones":{"type":"array","items":{"type":"string"},"description":"Names of the zones of this group. Left out: all zones of the network."},"spread":{"$ref":"#/definitions/Spread","description":"- `one-group`: one native group over all its zones; the cloud balances, the autoscaler sees one pool.\n- `per-zone`: one native group in each zone, the total dealt out evenly (10 becomes 4, 3, 3). Right for   workloads with zonal disks: the autoscaler then knows in which zone a new node will be.","default":"one-group"},"disk":{"$ref":"#/definitions/EksDiskSpec","description":"System disk of each node. Always encrypted."},"labels":{"type":"object","additionalProperties":{"type":"string"},"description":"Kubernetes labels of the nodes."},"taints":{"type":"array","items":{"$ref":"#/definitions/Taint"},"description":"Kubernetes taints of the nodes."},"maxPods":{"type":"number","description":"Highest number of pods on a node, 10 to 250. Left out: what the platform computes for the machine type."},"upgrade":{"$ref":"#/definitions/NodeUpgradeSpec","description":"How many nodes at once an upgrade may take away."},"repair":{"type":"boolean","description":"The cloud replaces nodes that stay unhealthy.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags of this group's machines, disks and interfaces, beside the cluster's."},"kind":{"$ref":"#/definitions/EksNodeGroupKind","description":"Who runs the Auto Scaling group.\n\n- `managed`: EKS. It drains nodes before it takes them away, and replaces them when the image or the settings change.\n- `self-managed`: you. What managed groups have not, is here: on-demand and spot machines mixed, machines chosen by   what they have, warm pools, schedules. Machines go without a drain, unless a termination handler sees to it.\n\nAll other fields mean the same for both. Another kind makes another group: the nodes are replaced.","default":"managed"},"machines":{"$ref":"#/definitions/EksMachineRequirements","description":"What machines must have, of all those that  {@link  machineTypes }  names. Self-managed groups only."},"image":{"$ref":"#/definitions/EksImageSpec","description":"System image of the nodes."},"securityGroups":{"type":"array","items":{"type":"string"},"description":"Ids of security groups that this group's nodes are in beside the nodes' own, at most 4 unless AWS raised your quota. None may carry the tag `kubernetes.io/cluster/<name>`: load balancer controllers want exactly one group with it on an interface.","default":[]},"userData":{"type":"string","description":"What a node does when it first starts, beside joining the cluster. For `al2023`: a shell script (`#!…`), or a `NodeConfig` document of `node.eks.aws`. For `bottlerocket`: TOML settings. For `windows`: PowerShell commands.\n\nLimits: 16 KiB with all that is added to it. Visible to anyone who may read launch templates: no secrets."},"localStorage":{"type":"string","enum":["none","raid0"],"description":"`raid0` joins the machine's own NVMe disks to one volume, on which containers and their scratch space live. The system disk then needs little room. What is on such disks is lost with the machine. Not on Windows.","default":"none"},"reservation":{"$ref":"#/definitions/EksReservationSpec","description":"Capacity that is reserved for this group's machines."},"placementGroup":{"type":"string","enum":["none","cluster","partition","spread"],"description":"How the machines are placed on hardware, in a placement group of their own: `cluster` close together (one zone alone), `partition` in sets that share no rack, `spread` each on a rack of its own (up to 7 in a zone).","default":"none"},"efa":{"type":"boolean","description":"Elastic Fabric Adapters on all network cards, and a security group in which machines talk to each other by them. One machine type, in one zone. The device plugin is yours to install.","default":false},"repairPolicy":{"$ref":"#/definitions/EksRepairPolicySpec","description":"How far EKS goes in the repair of nodes, where  {@link  repair }  is on. Managed groups only."},"autoScalingGroup":{"$ref":"#/definitions/EksAutoScalingGroupSpec","description":"What only a self-managed group can say of its Auto Scaling group."}},"required":["machineTypes","name","size"],"additionalProperties":false,"description":"Workers of one kind: an EKS managed node group or an Auto Scaling group of your own, one for all zones or one per zone."};
const schema22 = {"type":"object","properties":{"min":{"type":"number","description":"Fewest nodes; the group starts with as many. May be 0."},"max":{"type":"number","description":"Most nodes; at least 1 and not below `min`."}},"required":["min","max"],"additionalProperties":false,"description":"Bounds of the number of nodes of a group, over all its zones."};

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.min === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "min"},schema:schema22.required,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.max === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "max"},schema:schema22.required,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "min") || (key0 === "max"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.min !== undefined){
let data0 = data.min;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/min",schemaPath:"#/properties/min/type",keyword:"type",params:{type: "number"},schema:schema22.properties.min.type,parentSchema:schema22.properties.min,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.max !== undefined){
let data1 = data.max;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/max",schemaPath:"#/properties/max/type",keyword:"type",params:{type: "number"},schema:schema22.properties.max.type,parentSchema:schema22.properties.max,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}

const schema23 = {"type":"string","enum":["on-demand","spot"],"description":"See  {@link  NodeGroupSpec.capacity } ."};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "on-demand") || (data === "spot"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema23.enum},schema:schema23.enum,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}

const schema24 = {"type":"string","enum":["one-group","per-zone"],"description":"See  {@link  NodeGroupSpec.spread } ."};

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "one-group") || (data === "per-zone"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema24.enum},schema:schema24.enum,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate56.errors = vErrors;
return errors === 0;
}

const schema25 = {"type":"object","properties":{"sizeGiB":{"type":"number","description":"Size in GiB.","default":50},"type":{"type":"string","enum":["gp3","io1","io2"],"description":"Volume type.","default":"gp3"},"iops":{"type":"number","description":"Provisioned operations a second. Left out: 3000 for gp3; required for io1 and io2."},"throughputMiBps":{"type":"number","description":"Provisioned throughput in MiB/s, gp3 only. Left out: 125."},"kmsKeyArn":{"type":"string","description":"ARN of the key that encrypts the volume. Its policy must let the service-linked role of EC2 Auto Scaling use it. Left out: the key of `encryption.disks`."}},"additionalProperties":false,"description":"System disk of a node: an EBS volume, always encrypted. On Bottlerocket the size is that of the data volume."};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "sizeGiB") || (key0 === "type")) || (key0 === "iops")) || (key0 === "throughputMiBps")) || (key0 === "kmsKeyArn"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.sizeGiB !== undefined){
let data0 = data.sizeGiB;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema25.properties.sizeGiB.type,parentSchema:schema25.properties.sizeGiB,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema25.properties.type.type,parentSchema:schema25.properties.type,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data1 === "gp3") || (data1 === "io1")) || (data1 === "io2"))){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema25.properties.type.enum},schema:schema25.properties.type.enum,parentSchema:schema25.properties.type,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.iops !== undefined){
let data2 = data.iops;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/iops",schemaPath:"#/properties/iops/type",keyword:"type",params:{type: "number"},schema:schema25.properties.iops.type,parentSchema:schema25.properties.iops,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.throughputMiBps !== undefined){
let data3 = data.throughputMiBps;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err5 = {instancePath:instancePath+"/throughputMiBps",schemaPath:"#/properties/throughputMiBps/type",keyword:"type",params:{type: "number"},schema:schema25.properties.throughputMiBps.type,parentSchema:schema25.properties.throughputMiBps,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kmsKeyArn !== undefined){
let data4 = data.kmsKeyArn;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/kmsKeyArn",schemaPath:"#/properties/kmsKeyArn/type",keyword:"type",params:{type: "string"},schema:schema25.properties.kmsKeyArn.type,parentSchema:schema25.properties.kmsKeyArn,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}

const schema26 = {"type":"object","properties":{"key":{"type":"string","description":"Qualified name, e.g. `dedicated` or `example.com/gpu`."},"value":{"type":"string","description":"Up to 63 characters."},"effect":{"$ref":"#/definitions/TaintEffect","description":"What happens to pods that do not tolerate the taint."}},"required":["key","effect"],"additionalProperties":false,"description":"A Kubernetes taint, in Kubernetes' own spelling."};
const schema27 = {"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute"],"description":"See  {@link  Taint.effect } ."};

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "NoSchedule") || (data === "PreferNoSchedule")) || (data === "NoExecute"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema27.enum},schema:schema27.enum,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}


function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},schema:schema26.required,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.effect === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "effect"},schema:schema26.required,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "key") || (key0 === "value")) || (key0 === "effect"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.key !== undefined){
let data0 = data.key;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},schema:schema26.properties.key.type,parentSchema:schema26.properties.key,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.value !== undefined){
let data1 = data.value;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"},schema:schema26.properties.value.type,parentSchema:schema26.properties.value,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.effect !== undefined){
if(!(validate61(data.effect, {instancePath:instancePath+"/effect",parentData:data,parentDataProperty:"effect",rootData}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}

const schema28 = {"type":"object","properties":{"maxUnavailable":{"type":"number","description":"Nodes that may be unavailable at once, 1 to 100."},"maxUnavailablePercent":{"type":"number","description":"The same as a percentage of the group, 1 to 100.","default":33}},"additionalProperties":false,"description":"Pace of an upgrade of a node group. One of the two."};

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "maxUnavailable") || (key0 === "maxUnavailablePercent"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.maxUnavailable !== undefined){
let data0 = data.maxUnavailable;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/maxUnavailable",schemaPath:"#/properties/maxUnavailable/type",keyword:"type",params:{type: "number"},schema:schema28.properties.maxUnavailable.type,parentSchema:schema28.properties.maxUnavailable,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.maxUnavailablePercent !== undefined){
let data1 = data.maxUnavailablePercent;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/maxUnavailablePercent",schemaPath:"#/properties/maxUnavailablePercent/type",keyword:"type",params:{type: "number"},schema:schema28.properties.maxUnavailablePercent.type,parentSchema:schema28.properties.maxUnavailablePercent,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate64.errors = vErrors;
return errors === 0;
}

const schema29 = {"type":"string","enum":["managed","self-managed"],"description":"See  {@link  EksNodeGroupSpec.kind } ."};

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "managed") || (data === "self-managed"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema29.enum},schema:schema29.enum,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate66.errors = vErrors;
return errors === 0;
}

const schema30 = {"type":"object","properties":{"vcpus":{"$ref":"#/definitions/EksBounds","description":"Number of vCPUs."},"memoryGiB":{"$ref":"#/definitions/EksBounds","description":"Memory in GiB."},"burstable":{"type":"boolean","description":"Machines with CPU credits, such as t3.","default":false}},"required":["vcpus","memoryGiB"],"additionalProperties":false,"description":"What machines must have, for EC2 to choose among them (attribute-based instance type selection)."};
const schema31 = {"type":"object","properties":{"min":{"type":"number","description":"At least."},"max":{"type":"number","description":"At most."}},"required":["min"],"additionalProperties":false,"description":"Bounds of a number; without `max` there is none."};

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.min === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "min"},schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "min") || (key0 === "max"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.min !== undefined){
let data0 = data.min;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/min",schemaPath:"#/properties/min/type",keyword:"type",params:{type: "number"},schema:schema31.properties.min.type,parentSchema:schema31.properties.min,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.max !== undefined){
let data1 = data.max;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/max",schemaPath:"#/properties/max/type",keyword:"type",params:{type: "number"},schema:schema31.properties.max.type,parentSchema:schema31.properties.max,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate69.errors = vErrors;
return errors === 0;
}


function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.vcpus === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vcpus"},schema:schema30.required,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.memoryGiB === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "memoryGiB"},schema:schema30.required,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "vcpus") || (key0 === "memoryGiB")) || (key0 === "burstable"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.vcpus !== undefined){
if(!(validate69(data.vcpus, {instancePath:instancePath+"/vcpus",parentData:data,parentDataProperty:"vcpus",rootData}))){
vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
errors = vErrors.length;
}
}
if(data.memoryGiB !== undefined){
if(!(validate69(data.memoryGiB, {instancePath:instancePath+"/memoryGiB",parentData:data,parentDataProperty:"memoryGiB",rootData}))){
vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
errors = vErrors.length;
}
}
if(data.burstable !== undefined){
let data2 = data.burstable;
if(typeof data2 !== "boolean"){
const err3 = {instancePath:instancePath+"/burstable",schemaPath:"#/properties/burstable/type",keyword:"type",params:{type: "boolean"},schema:schema30.properties.burstable.type,parentSchema:schema30.properties.burstable,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}

const schema32 = {"type":"object","properties":{"family":{"$ref":"#/definitions/EksImageFamily","description":"`al2023` is Amazon Linux 2023, `bottlerocket` a minimal system made for containers, changed through settings only, `windows` is Windows Server (the cluster needs a Linux group too, for what runs on Linux only).","default":"al2023"},"variant":{"$ref":"#/definitions/EksImageVariant","description":"What the image is made for. `standard`, `nvidia` (GPU drivers), `neuron` (Inferentia and Trainium; al2023 only, the standard image of bottlerocket has the driver), `fips` (bottlerocket only: validated cryptography). For `windows` the server's year, and `core`, or `full` with a desktop; 2025 in self-managed groups from Kubernetes 1.35 on.\n\nLeft out: `nvidia` or `neuron` where the machine types have such accelerators, `standard` otherwise; `2022-core`."},"architecture":{"$ref":"#/definitions/EksArchitecture","description":"Processor architecture. Left out: that of the machine types."},"release":{"type":"string","description":"Release of the image, e.g. `1.35.0-20260120`; `latest` looks the newest one up at every plan, so that nodes are replaced when AWS releases one. Left out: the release that this version of the library is pinned to. There is none for `windows`, and a self-managed group can only have its `latest`."},"id":{"type":"string","description":"Id of an image of your own, `ami-…`, made from one of the family: it decides how nodes are told to join the cluster. Then neither `variant` nor `release`."}},"additionalProperties":false,"description":"System image of the nodes."};
const schema33 = {"type":"string","enum":["al2023","bottlerocket","windows"],"description":"See  {@link  EksImageSpec.family } ."};

function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "al2023") || (data === "bottlerocket")) || (data === "windows"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema33.enum},schema:schema33.enum,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}

const schema34 = {"type":"string","enum":["standard","nvidia","neuron","fips","2019-core","2019-full","2022-core","2022-full","2025-core","2025-full"],"description":"See  {@link  EksImageSpec.variant } ."};

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((((((data === "standard") || (data === "nvidia")) || (data === "neuron")) || (data === "fips")) || (data === "2019-core")) || (data === "2019-full")) || (data === "2022-core")) || (data === "2022-full")) || (data === "2025-core")) || (data === "2025-full"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema34.enum},schema:schema34.enum,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate76.errors = vErrors;
return errors === 0;
}

const schema35 = {"type":"string","enum":["x86_64","arm64"],"description":"See  {@link  EksImageSpec.architecture } . In the spelling of AWS and of the image paths."};

function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "x86_64") || (data === "arm64"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema35.enum},schema:schema35.enum,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}


function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "family") || (key0 === "variant")) || (key0 === "architecture")) || (key0 === "release")) || (key0 === "id"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.family !== undefined){
if(!(validate74(data.family, {instancePath:instancePath+"/family",parentData:data,parentDataProperty:"family",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
if(data.variant !== undefined){
if(!(validate76(data.variant, {instancePath:instancePath+"/variant",parentData:data,parentDataProperty:"variant",rootData}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
}
if(data.architecture !== undefined){
if(!(validate78(data.architecture, {instancePath:instancePath+"/architecture",parentData:data,parentDataProperty:"architecture",rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
}
if(data.release !== undefined){
let data3 = data.release;
if(typeof data3 !== "string"){
const err1 = {instancePath:instancePath+"/release",schemaPath:"#/properties/release/type",keyword:"type",params:{type: "string"},schema:schema32.properties.release.type,parentSchema:schema32.properties.release,data:data3};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.id !== undefined){
let data4 = data.id;
if(typeof data4 !== "string"){
const err2 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema32.properties.id.type,parentSchema:schema32.properties.id,data:data4};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}

const schema36 = {"type":"object","properties":{"id":{"type":"string","description":"Id of a capacity reservation or a Capacity Block, `cr-…`."},"groupArn":{"type":"string","description":"ARN of a resource group of capacity reservations."},"type":{"type":"string","enum":["on-demand","capacity-block"],"description":"`on-demand` for On-Demand Capacity Reservations; `capacity-block` for a Capacity Block for ML, which has an id, one machine type and one zone. Before its time has come, the group must start with 0 nodes.","default":"on-demand"}},"additionalProperties":false,"description":"Capacity that is reserved: by its id, or the group of reservations that it is in."};

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "id") || (key0 === "groupArn")) || (key0 === "type"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema36.properties.id.type,parentSchema:schema36.properties.id,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.groupArn !== undefined){
let data1 = data.groupArn;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/groupArn",schemaPath:"#/properties/groupArn/type",keyword:"type",params:{type: "string"},schema:schema36.properties.groupArn.type,parentSchema:schema36.properties.groupArn,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined){
let data2 = data.type;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema36.properties.type.type,parentSchema:schema36.properties.type,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data2 === "on-demand") || (data2 === "capacity-block"))){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema36.properties.type.enum},schema:schema36.properties.type.enum,parentSchema:schema36.properties.type,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}

const schema37 = {"type":"object","properties":{"stopAbove":{"type":"number","description":"Unhealthy nodes above which EKS repairs none any more, at least 1: so many at once are not the nodes' own fault."},"stopAbovePercent":{"type":"number","description":"The same as a percentage of the group's nodes, 1 to 100."},"maxParallel":{"type":"number","description":"Nodes that are repaired at the same time, at least 1."},"maxParallelPercent":{"type":"number","description":"The same as a percentage of the unhealthy nodes, 1 to 100."},"overrides":{"type":"array","items":{"$ref":"#/definitions/EksRepairOverrideSpec"},"description":"What is done about certain faults, in place of what EKS would do.","default":[]}},"additionalProperties":false,"description":"How far EKS goes in the repair of nodes. Of each number and its percentage one at most."};
const schema38 = {"type":"object","properties":{"condition":{"type":"string","description":"Condition of the node, as the node monitoring agent reports it, e.g. `AcceleratedHardwareReady`."},"reason":{"type":"string","description":"Reason for the condition, as the agent reports it, e.g. `NvidiaXID64Error`."},"afterMinutes":{"type":"number","description":"Minutes for which the fault must last, at least 1."},"action":{"type":"string","enum":["Replace","Reboot","NoAction"],"description":"`Replace` ends the machine for a new one, `Reboot` starts it again, `NoAction` leaves it."}},"required":["condition","reason","afterMinutes","action"],"additionalProperties":false,"description":"What is done about one fault of a node."};

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.condition === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "condition"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.reason === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.afterMinutes === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "afterMinutes"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.action === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "condition") || (key0 === "reason")) || (key0 === "afterMinutes")) || (key0 === "action"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.condition !== undefined){
let data0 = data.condition;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/condition",schemaPath:"#/properties/condition/type",keyword:"type",params:{type: "string"},schema:schema38.properties.condition.type,parentSchema:schema38.properties.condition,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.reason !== undefined){
let data1 = data.reason;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema38.properties.reason.type,parentSchema:schema38.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.afterMinutes !== undefined){
let data2 = data.afterMinutes;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/afterMinutes",schemaPath:"#/properties/afterMinutes/type",keyword:"type",params:{type: "number"},schema:schema38.properties.afterMinutes.type,parentSchema:schema38.properties.afterMinutes,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.action !== undefined){
let data3 = data.action;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},schema:schema38.properties.action.type,parentSchema:schema38.properties.action,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!(((data3 === "Replace") || (data3 === "Reboot")) || (data3 === "NoAction"))){
const err9 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema38.properties.action.enum},schema:schema38.properties.action.enum,parentSchema:schema38.properties.action,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}


function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "stopAbove") || (key0 === "stopAbovePercent")) || (key0 === "maxParallel")) || (key0 === "maxParallelPercent")) || (key0 === "overrides"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.stopAbove !== undefined){
let data0 = data.stopAbove;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/stopAbove",schemaPath:"#/properties/stopAbove/type",keyword:"type",params:{type: "number"},schema:schema37.properties.stopAbove.type,parentSchema:schema37.properties.stopAbove,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.stopAbovePercent !== undefined){
let data1 = data.stopAbovePercent;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/stopAbovePercent",schemaPath:"#/properties/stopAbovePercent/type",keyword:"type",params:{type: "number"},schema:schema37.properties.stopAbovePercent.type,parentSchema:schema37.properties.stopAbovePercent,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.maxParallel !== undefined){
let data2 = data.maxParallel;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err3 = {instancePath:instancePath+"/maxParallel",schemaPath:"#/properties/maxParallel/type",keyword:"type",params:{type: "number"},schema:schema37.properties.maxParallel.type,parentSchema:schema37.properties.maxParallel,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.maxParallelPercent !== undefined){
let data3 = data.maxParallelPercent;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err4 = {instancePath:instancePath+"/maxParallelPercent",schemaPath:"#/properties/maxParallelPercent/type",keyword:"type",params:{type: "number"},schema:schema37.properties.maxParallelPercent.type,parentSchema:schema37.properties.maxParallelPercent,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.overrides !== undefined){
let data4 = data.overrides;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate84(data4[i0], {instancePath:instancePath+"/overrides/" + i0,parentData:data4,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},schema:schema37.properties.overrides.type,parentSchema:schema37.properties.overrides,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate83.errors = vErrors;
return errors === 0;
}

const schema39 = {"type":"object","properties":{"onDemandBase":{"type":"number","description":"Nodes of a spot group that are on demand before any spot one is taken: the total over all zones.","default":0},"onDemandPercent":{"type":"number","description":"Percentage of on-demand nodes above the base in a spot group, 0 to 100.","default":0},"spotAllocation":{"type":"string","enum":["price-capacity-optimized","capacity-optimized","capacity-optimized-prioritized","lowest-price"],"description":"How EC2 chooses among the machine types of a spot group. `capacity-optimized-prioritized` heeds their order; `lowest-price` is interrupted most.","default":"price-capacity-optimized"},"instanceRefresh":{"type":"string","enum":["rolling","none"],"description":"When the image, the user data or the machine types change: `rolling` replaces the nodes at the pace of `upgrade`; `none` leaves them, so that only new ones have the change.","default":"rolling"},"replacement":{"type":"string","enum":["launch","terminate"],"description":"What comes first when a machine is replaced: `launch` starts the new one while the old one runs, above the group's size for a while; `terminate` never takes more machines than the group has, e.g. where they are reserved.","default":"launch"},"maxInstanceLifetimeDays":{"type":"number","description":"Days after which a machine is replaced, 1 to 365. Left out: never."},"terminationWaitSeconds":{"type":"number","description":"Seconds that a machine waits before it goes, 30 to 7200, for something that drains its node. A termination handler ends the wait earlier. Left out: it goes at once."},"warmPool":{"$ref":"#/definitions/EksWarmPoolSpec","description":"Machines that are started beforehand, so that a new node is there in seconds. They join the cluster while they are made ready, and are seen there as nodes that are not ready. Not for spot."},"schedules":{"type":"array","items":{"$ref":"#/definitions/EksScheduleSpec"},"description":"Other bounds of the group's size from given times on. The group needs a range, which holds until the first time."}},"additionalProperties":false,"description":"What only a self-managed group can say of its Auto Scaling group."};
const schema40 = {"type":"object","properties":{"size":{"type":"number","description":"Machines in the pool at least: the total over all zones."},"state":{"type":"string","enum":["stopped","running"],"description":"What they do meanwhile: `stopped` costs their disks only.","default":"stopped"}},"required":["size"],"additionalProperties":false,"description":"Machines that are started beforehand."};

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.size === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "size") || (key0 === "state"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.size !== undefined){
let data0 = data.size;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/type",keyword:"type",params:{type: "number"},schema:schema40.properties.size.type,parentSchema:schema40.properties.size,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.state !== undefined){
let data1 = data.state;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},schema:schema40.properties.state.type,parentSchema:schema40.properties.state,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data1 === "stopped") || (data1 === "running"))){
const err4 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema40.properties.state.enum},schema:schema40.properties.state.enum,parentSchema:schema40.properties.state,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}

const schema41 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the schedule, unique in its group: lower-case letters, digits and `-`, starting with a letter."},"recurrence":{"type":"string","description":"When, as five fields of cron: minute, hour, day of month, month, day of week."},"timeZone":{"type":"string","description":"Time zone of the recurrence, by its name in the IANA database.","default":"Etc/UTC"},"size":{"$ref":"#/definitions/SizeRange","description":"The bounds from then on, over all zones."}},"required":["name","recurrence","size"],"additionalProperties":false,"description":"Other bounds of a group's size, from a time on that comes again and again."};

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema41.required,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.recurrence === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "recurrence"},schema:schema41.required,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.size === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema41.required,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "recurrence")) || (key0 === "timeZone")) || (key0 === "size"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema41.properties.name.type,parentSchema:schema41.properties.name,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.recurrence !== undefined){
let data1 = data.recurrence;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/recurrence",schemaPath:"#/properties/recurrence/type",keyword:"type",params:{type: "string"},schema:schema41.properties.recurrence.type,parentSchema:schema41.properties.recurrence,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.timeZone !== undefined){
let data2 = data.timeZone;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/timeZone",schemaPath:"#/properties/timeZone/type",keyword:"type",params:{type: "string"},schema:schema41.properties.timeZone.type,parentSchema:schema41.properties.timeZone,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.size !== undefined){
if(!(validate52(data.size, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate90.errors = vErrors;
return errors === 0;
}


function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema39.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.onDemandBase !== undefined){
let data0 = data.onDemandBase;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/onDemandBase",schemaPath:"#/properties/onDemandBase/type",keyword:"type",params:{type: "number"},schema:schema39.properties.onDemandBase.type,parentSchema:schema39.properties.onDemandBase,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.onDemandPercent !== undefined){
let data1 = data.onDemandPercent;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/onDemandPercent",schemaPath:"#/properties/onDemandPercent/type",keyword:"type",params:{type: "number"},schema:schema39.properties.onDemandPercent.type,parentSchema:schema39.properties.onDemandPercent,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.spotAllocation !== undefined){
let data2 = data.spotAllocation;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/spotAllocation",schemaPath:"#/properties/spotAllocation/type",keyword:"type",params:{type: "string"},schema:schema39.properties.spotAllocation.type,parentSchema:schema39.properties.spotAllocation,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data2 === "price-capacity-optimized") || (data2 === "capacity-optimized")) || (data2 === "capacity-optimized-prioritized")) || (data2 === "lowest-price"))){
const err4 = {instancePath:instancePath+"/spotAllocation",schemaPath:"#/properties/spotAllocation/enum",keyword:"enum",params:{allowedValues: schema39.properties.spotAllocation.enum},schema:schema39.properties.spotAllocation.enum,parentSchema:schema39.properties.spotAllocation,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.instanceRefresh !== undefined){
let data3 = data.instanceRefresh;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/instanceRefresh",schemaPath:"#/properties/instanceRefresh/type",keyword:"type",params:{type: "string"},schema:schema39.properties.instanceRefresh.type,parentSchema:schema39.properties.instanceRefresh,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((data3 === "rolling") || (data3 === "none"))){
const err6 = {instancePath:instancePath+"/instanceRefresh",schemaPath:"#/properties/instanceRefresh/enum",keyword:"enum",params:{allowedValues: schema39.properties.instanceRefresh.enum},schema:schema39.properties.instanceRefresh.enum,parentSchema:schema39.properties.instanceRefresh,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.replacement !== undefined){
let data4 = data.replacement;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/replacement",schemaPath:"#/properties/replacement/type",keyword:"type",params:{type: "string"},schema:schema39.properties.replacement.type,parentSchema:schema39.properties.replacement,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((data4 === "launch") || (data4 === "terminate"))){
const err8 = {instancePath:instancePath+"/replacement",schemaPath:"#/properties/replacement/enum",keyword:"enum",params:{allowedValues: schema39.properties.replacement.enum},schema:schema39.properties.replacement.enum,parentSchema:schema39.properties.replacement,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.maxInstanceLifetimeDays !== undefined){
let data5 = data.maxInstanceLifetimeDays;
if(!((typeof data5 == "number") && (isFinite(data5)))){
const err9 = {instancePath:instancePath+"/maxInstanceLifetimeDays",schemaPath:"#/properties/maxInstanceLifetimeDays/type",keyword:"type",params:{type: "number"},schema:schema39.properties.maxInstanceLifetimeDays.type,parentSchema:schema39.properties.maxInstanceLifetimeDays,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.terminationWaitSeconds !== undefined){
let data6 = data.terminationWaitSeconds;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err10 = {instancePath:instancePath+"/terminationWaitSeconds",schemaPath:"#/properties/terminationWaitSeconds/type",keyword:"type",params:{type: "number"},schema:schema39.properties.terminationWaitSeconds.type,parentSchema:schema39.properties.terminationWaitSeconds,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.warmPool !== undefined){
if(!(validate88(data.warmPool, {instancePath:instancePath+"/warmPool",parentData:data,parentDataProperty:"warmPool",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.schedules !== undefined){
let data8 = data.schedules;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate90(data8[i0], {instancePath:instancePath+"/schedules/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/schedules",schemaPath:"#/properties/schedules/type",keyword:"type",params:{type: "array"},schema:schema39.properties.schedules.type,parentSchema:schema39.properties.schedules,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}


function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.machineTypes === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "machineTypes"},schema:schema21.required,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema21.required,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.size === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema21.required,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema21.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema21.properties.name.type,parentSchema:schema21.properties.name,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.machineTypes !== undefined){
let data1 = data.machineTypes;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/machineTypes/" + i0,schemaPath:"#/properties/machineTypes/items/type",keyword:"type",params:{type: "string"},schema:schema21.properties.machineTypes.items.type,parentSchema:schema21.properties.machineTypes.items,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/machineTypes",schemaPath:"#/properties/machineTypes/type",keyword:"type",params:{type: "array"},schema:schema21.properties.machineTypes.type,parentSchema:schema21.properties.machineTypes,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.size !== undefined){
let data3 = data.size;
const _errs9 = errors;
let valid3 = false;
const _errs10 = errors;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema21.properties.size.anyOf[0].type,parentSchema:schema21.properties.size.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const _errs12 = errors;
if(!(validate52(data3, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var _valid0 = _errs12 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err8 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf",keyword:"anyOf",params:{},schema:schema21.properties.size.anyOf,parentSchema:schema21.properties.size,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
if(data.capacity !== undefined){
if(!(validate54(data.capacity, {instancePath:instancePath+"/capacity",parentData:data,parentDataProperty:"capacity",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data.zones !== undefined){
let data5 = data.zones;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 !== "string"){
const err9 = {instancePath:instancePath+"/zones/" + i1,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema21.properties.zones.items.type,parentSchema:schema21.properties.zones.items,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema21.properties.zones.type,parentSchema:schema21.properties.zones,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.spread !== undefined){
if(!(validate56(data.spread, {instancePath:instancePath+"/spread",parentData:data,parentDataProperty:"spread",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.disk !== undefined){
if(!(validate58(data.disk, {instancePath:instancePath+"/disk",parentData:data,parentDataProperty:"disk",rootData}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data9 = data.labels;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
let data10 = data9[key1];
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema21.properties.labels.additionalProperties.type,parentSchema:schema21.properties.labels.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},schema:schema21.properties.labels.type,parentSchema:schema21.properties.labels,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.taints !== undefined){
let data11 = data.taints;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
if(!(validate60(data11[i2], {instancePath:instancePath+"/taints/" + i2,parentData:data11,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/taints",schemaPath:"#/properties/taints/type",keyword:"type",params:{type: "array"},schema:schema21.properties.taints.type,parentSchema:schema21.properties.taints,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.maxPods !== undefined){
let data13 = data.maxPods;
if(!((typeof data13 == "number") && (isFinite(data13)))){
const err14 = {instancePath:instancePath+"/maxPods",schemaPath:"#/properties/maxPods/type",keyword:"type",params:{type: "number"},schema:schema21.properties.maxPods.type,parentSchema:schema21.properties.maxPods,data:data13};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.upgrade !== undefined){
if(!(validate64(data.upgrade, {instancePath:instancePath+"/upgrade",parentData:data,parentDataProperty:"upgrade",rootData}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data.repair !== undefined){
let data15 = data.repair;
if(typeof data15 !== "boolean"){
const err15 = {instancePath:instancePath+"/repair",schemaPath:"#/properties/repair/type",keyword:"type",params:{type: "boolean"},schema:schema21.properties.repair.type,parentSchema:schema21.properties.repair,data:data15};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.tags !== undefined){
let data16 = data.tags;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key2 in data16){
let data17 = data16[key2];
if(typeof data17 !== "string"){
const err16 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema21.properties.tags.additionalProperties.type,parentSchema:schema21.properties.tags.additionalProperties,data:data17};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema21.properties.tags.type,parentSchema:schema21.properties.tags,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.kind !== undefined){
if(!(validate66(data.kind, {instancePath:instancePath+"/kind",parentData:data,parentDataProperty:"kind",rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data.machines !== undefined){
if(!(validate68(data.machines, {instancePath:instancePath+"/machines",parentData:data,parentDataProperty:"machines",rootData}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
if(data.image !== undefined){
if(!(validate73(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
}
if(data.securityGroups !== undefined){
let data21 = data.securityGroups;
if(Array.isArray(data21)){
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
let data22 = data21[i3];
if(typeof data22 !== "string"){
const err18 = {instancePath:instancePath+"/securityGroups/" + i3,schemaPath:"#/properties/securityGroups/items/type",keyword:"type",params:{type: "string"},schema:schema21.properties.securityGroups.items.type,parentSchema:schema21.properties.securityGroups.items,data:data22};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/securityGroups",schemaPath:"#/properties/securityGroups/type",keyword:"type",params:{type: "array"},schema:schema21.properties.securityGroups.type,parentSchema:schema21.properties.securityGroups,data:data21};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.userData !== undefined){
let data23 = data.userData;
if(typeof data23 !== "string"){
const err20 = {instancePath:instancePath+"/userData",schemaPath:"#/properties/userData/type",keyword:"type",params:{type: "string"},schema:schema21.properties.userData.type,parentSchema:schema21.properties.userData,data:data23};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.localStorage !== undefined){
let data24 = data.localStorage;
if(typeof data24 !== "string"){
const err21 = {instancePath:instancePath+"/localStorage",schemaPath:"#/properties/localStorage/type",keyword:"type",params:{type: "string"},schema:schema21.properties.localStorage.type,parentSchema:schema21.properties.localStorage,data:data24};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!((data24 === "none") || (data24 === "raid0"))){
const err22 = {instancePath:instancePath+"/localStorage",schemaPath:"#/properties/localStorage/enum",keyword:"enum",params:{allowedValues: schema21.properties.localStorage.enum},schema:schema21.properties.localStorage.enum,parentSchema:schema21.properties.localStorage,data:data24};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.reservation !== undefined){
if(!(validate81(data.reservation, {instancePath:instancePath+"/reservation",parentData:data,parentDataProperty:"reservation",rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
if(data.placementGroup !== undefined){
let data26 = data.placementGroup;
if(typeof data26 !== "string"){
const err23 = {instancePath:instancePath+"/placementGroup",schemaPath:"#/properties/placementGroup/type",keyword:"type",params:{type: "string"},schema:schema21.properties.placementGroup.type,parentSchema:schema21.properties.placementGroup,data:data26};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!((((data26 === "none") || (data26 === "cluster")) || (data26 === "partition")) || (data26 === "spread"))){
const err24 = {instancePath:instancePath+"/placementGroup",schemaPath:"#/properties/placementGroup/enum",keyword:"enum",params:{allowedValues: schema21.properties.placementGroup.enum},schema:schema21.properties.placementGroup.enum,parentSchema:schema21.properties.placementGroup,data:data26};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.efa !== undefined){
let data27 = data.efa;
if(typeof data27 !== "boolean"){
const err25 = {instancePath:instancePath+"/efa",schemaPath:"#/properties/efa/type",keyword:"type",params:{type: "boolean"},schema:schema21.properties.efa.type,parentSchema:schema21.properties.efa,data:data27};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.repairPolicy !== undefined){
if(!(validate83(data.repairPolicy, {instancePath:instancePath+"/repairPolicy",parentData:data,parentDataProperty:"repairPolicy",rootData}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
if(data.autoScalingGroup !== undefined){
if(!(validate87(data.autoScalingGroup, {instancePath:instancePath+"/autoScalingGroup",parentData:data,parentDataProperty:"autoScalingGroup",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}

const schema42 = {"type":"string","enum":["none","cluster-autoscaler","auto-provisioning"],"description":"See  {@link  ClusterSpec.autoscaling } ."};

function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "none") || (data === "cluster-autoscaler")) || (data === "auto-provisioning"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema42.enum},schema:schema42.enum,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate95.errors = vErrors;
return errors === 0;
}

const schema43 = {"type":"object","properties":{"block":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/EksBlockStorageSpec"}],"description":"EBS volumes for single pods: the EBS CSI driver with the permissions it needs.","default":true},"file":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/EksFileStorageSpec"}],"description":"An EFS file system that pods of all zones share: made here, encrypted, open to nodes alone, with its driver.","default":false},"object":{"$ref":"#/definitions/EksObjectStorageSpec","description":"Object storage as a file system: the driver, with rights on the buckets that are named."},"snapshots":{"type":"boolean","description":"Snapshots of block volumes as Kubernetes objects: the snapshot controller with its resource definitions.","default":false},"backup":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/EksBackupSpec"}],"description":"Copies of the volumes and of the shared file system at fixed times, in a vault of AWS Backup that outlives a mistake in the cluster.","default":false},"lustre":{"$ref":"#/definitions/EksLustreSpec","description":"A Lustre file system for work that reads a lot at once: made here with Amazon FSx, with its driver."}},"additionalProperties":false,"description":"Persistent storage for workloads."};
const schema44 = {"type":"object","properties":{"defaultClass":{"type":"boolean","description":"The driver makes `ebs-csi-default-sc` and marks it as the default class. It is gp3 and takes no settings: its volumes are encrypted only where the account encrypts EBS volumes by default, and never with the key of `encryption.disks`. For a class that says both, see the stack's output `storage_manifests`.","default":false}},"additionalProperties":false,"description":"EBS volumes for pods, through the EBS CSI driver."};

function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "defaultClass")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.defaultClass !== undefined){
let data0 = data.defaultClass;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/defaultClass",schemaPath:"#/properties/defaultClass/type",keyword:"type",params:{type: "boolean"},schema:schema44.properties.defaultClass.type,parentSchema:schema44.properties.defaultClass,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate98.errors = vErrors;
return errors === 0;
}

const schema45 = {"type":"object","properties":{"keyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region; the account's `aws/elasticfilesystem` when left out. Immutable."},"accessPoints":{"type":"object","additionalProperties":{"$ref":"#/definitions/EksAccessPointSpec"},"description":"Doors into directories of the file system, by name; each acts as one POSIX user."}},"additionalProperties":false,"description":"An EFS file system with a mount target in each zone of the nodes."};
const schema46 = {"type":"object","properties":{"path":{"type":"string","description":"The directory, from the root: at most four levels and 100 characters. Made when it is not there."},"uid":{"type":"number","description":"POSIX user that everyone acts as who comes in here, 0 to 4294967295."},"gid":{"type":"number","description":"POSIX group, likewise."},"permissions":{"type":"string","description":"Permissions of a directory that is made, as octal digits.","default":"0750"}},"required":["path","uid","gid"],"additionalProperties":false,"description":"A door into a directory of a file system. All of it is immutable: an edit makes a new door into the same files."};

function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.uid === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uid"},schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.gid === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gid"},schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "path") || (key0 === "uid")) || (key0 === "gid")) || (key0 === "permissions"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.path !== undefined){
let data0 = data.path;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema46.properties.path.type,parentSchema:schema46.properties.path,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.uid !== undefined){
let data1 = data.uid;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/type",keyword:"type",params:{type: "number"},schema:schema46.properties.uid.type,parentSchema:schema46.properties.uid,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.gid !== undefined){
let data2 = data.gid;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err6 = {instancePath:instancePath+"/gid",schemaPath:"#/properties/gid/type",keyword:"type",params:{type: "number"},schema:schema46.properties.gid.type,parentSchema:schema46.properties.gid,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.permissions !== undefined){
let data3 = data.permissions;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/permissions",schemaPath:"#/properties/permissions/type",keyword:"type",params:{type: "string"},schema:schema46.properties.permissions.type,parentSchema:schema46.properties.permissions,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema46.type,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate101.errors = vErrors;
return errors === 0;
}


function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "keyId") || (key0 === "accessPoints"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.keyId !== undefined){
let data0 = data.keyId;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema45.properties.keyId.type,parentSchema:schema45.properties.keyId,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.accessPoints !== undefined){
let data1 = data.accessPoints;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(validate101(data1[key1], {instancePath:instancePath+"/accessPoints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data1,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/accessPoints",schemaPath:"#/properties/accessPoints/type",keyword:"type",params:{type: "object"},schema:schema45.properties.accessPoints.type,parentSchema:schema45.properties.accessPoints,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate100.errors = vErrors;
return errors === 0;
}

const schema47 = {"type":"object","properties":{"buckets":{"type":"array","items":{"type":"string"},"description":"ARNs of general purpose buckets, e.g. `arn:aws:s3:::models`. At least one."},"readOnly":{"type":"boolean","description":"Pods may read, and change nothing.","default":false},"keyIds":{"type":"array","items":{"type":"string"},"description":"ARNs of the keys that encrypt the buckets' objects, where these are keys of your account."}},"required":["buckets"],"additionalProperties":false,"description":"S3 buckets as file systems, through Mountpoint for Amazon S3."};

function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.buckets === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "buckets"},schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "buckets") || (key0 === "readOnly")) || (key0 === "keyIds"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.buckets !== undefined){
let data0 = data.buckets;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/buckets/" + i0,schemaPath:"#/properties/buckets/items/type",keyword:"type",params:{type: "string"},schema:schema47.properties.buckets.items.type,parentSchema:schema47.properties.buckets.items,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/buckets",schemaPath:"#/properties/buckets/type",keyword:"type",params:{type: "array"},schema:schema47.properties.buckets.type,parentSchema:schema47.properties.buckets,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.readOnly !== undefined){
let data2 = data.readOnly;
if(typeof data2 !== "boolean"){
const err4 = {instancePath:instancePath+"/readOnly",schemaPath:"#/properties/readOnly/type",keyword:"type",params:{type: "boolean"},schema:schema47.properties.readOnly.type,parentSchema:schema47.properties.readOnly,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.keyIds !== undefined){
let data3 = data.keyIds;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/keyIds/" + i1,schemaPath:"#/properties/keyIds/items/type",keyword:"type",params:{type: "string"},schema:schema47.properties.keyIds.items.type,parentSchema:schema47.properties.keyIds.items,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/keyIds",schemaPath:"#/properties/keyIds/type",keyword:"type",params:{type: "array"},schema:schema47.properties.keyIds.type,parentSchema:schema47.properties.keyIds,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate104.errors = vErrors;
return errors === 0;
}

const schema48 = {"type":"object","properties":{"schedule":{"type":"string","description":"A `cron(…)` expression of AWS, in UTC.","default":"cron(0 3 * * ? *)"},"retentionDays":{"type":"number","description":"Days for which a copy is kept.","default":35},"keyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region; a new one when left out. Immutable."}},"additionalProperties":false,"description":"Copies of volumes and file systems with AWS Backup."};

function validate106(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "schedule") || (key0 === "retentionDays")) || (key0 === "keyId"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.schedule !== undefined){
let data0 = data.schedule;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "string"},schema:schema48.properties.schedule.type,parentSchema:schema48.properties.schedule,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.retentionDays !== undefined){
let data1 = data.retentionDays;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema48.properties.retentionDays.type,parentSchema:schema48.properties.retentionDays,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.keyId !== undefined){
let data2 = data.keyId;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema48.properties.keyId.type,parentSchema:schema48.properties.keyId,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate106.errors = vErrors;
return errors === 0;
}

const schema49 = {"type":"object","properties":{"sizeGiB":{"type":"number","description":"Size in GiB: 1200, or a multiple of 2400. It can grow."},"throughputPerTiB":{"type":"number","description":"Throughput in MB/s for each TiB: 125, 250, 500 or 1000.","default":125},"zone":{"type":"string","description":"Name of its zone, one of the nodes'. Left out: their first. Immutable."},"keyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region; the account's `aws/fsx` when left out. Immutable."},"backupDays":{"type":"number","description":"Days for which FSx keeps its daily backups, 0 (none) to 90.","default":7}},"required":["sizeGiB"],"additionalProperties":false,"description":"An Amazon FSx for Lustre file system of the kind PERSISTENT_2 on SSDs. It lives in one zone; pods of other zones reach it, slower and at a price."};

function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sizeGiB === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sizeGiB"},schema:schema49.required,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "sizeGiB") || (key0 === "throughputPerTiB")) || (key0 === "zone")) || (key0 === "keyId")) || (key0 === "backupDays"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.sizeGiB !== undefined){
let data0 = data.sizeGiB;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema49.properties.sizeGiB.type,parentSchema:schema49.properties.sizeGiB,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.throughputPerTiB !== undefined){
let data1 = data.throughputPerTiB;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/throughputPerTiB",schemaPath:"#/properties/throughputPerTiB/type",keyword:"type",params:{type: "number"},schema:schema49.properties.throughputPerTiB.type,parentSchema:schema49.properties.throughputPerTiB,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.zone !== undefined){
let data2 = data.zone;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},schema:schema49.properties.zone.type,parentSchema:schema49.properties.zone,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.keyId !== undefined){
let data3 = data.keyId;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema49.properties.keyId.type,parentSchema:schema49.properties.keyId,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.backupDays !== undefined){
let data4 = data.backupDays;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err6 = {instancePath:instancePath+"/backupDays",schemaPath:"#/properties/backupDays/type",keyword:"type",params:{type: "number"},schema:schema49.properties.backupDays.type,parentSchema:schema49.properties.backupDays,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema49.type,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate108.errors = vErrors;
return errors === 0;
}


function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "block") || (key0 === "file")) || (key0 === "object")) || (key0 === "snapshots")) || (key0 === "backup")) || (key0 === "lustre"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.block !== undefined){
let data0 = data.block;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema43.properties.block.anyOf[0].type,parentSchema:schema43.properties.block.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(!(validate98(data0, {instancePath:instancePath+"/block",parentData:data,parentDataProperty:"block",rootData}))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err2 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf",keyword:"anyOf",params:{},schema:schema43.properties.block.anyOf,parentSchema:schema43.properties.block,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.file !== undefined){
let data1 = data.file;
const _errs8 = errors;
let valid2 = false;
const _errs9 = errors;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema43.properties.file.anyOf[0].type,parentSchema:schema43.properties.file.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid1 = _errs9 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const _errs11 = errors;
if(!(validate100(data1, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
var _valid1 = _errs11 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err4 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf",keyword:"anyOf",params:{},schema:schema43.properties.file.anyOf,parentSchema:schema43.properties.file,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.object !== undefined){
if(!(validate104(data.object, {instancePath:instancePath+"/object",parentData:data,parentDataProperty:"object",rootData}))){
vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
errors = vErrors.length;
}
}
if(data.snapshots !== undefined){
let data3 = data.snapshots;
if(typeof data3 !== "boolean"){
const err5 = {instancePath:instancePath+"/snapshots",schemaPath:"#/properties/snapshots/type",keyword:"type",params:{type: "boolean"},schema:schema43.properties.snapshots.type,parentSchema:schema43.properties.snapshots,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.backup !== undefined){
let data4 = data.backup;
const _errs16 = errors;
let valid3 = false;
const _errs17 = errors;
if(typeof data4 !== "boolean"){
const err6 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema43.properties.backup.anyOf[0].type,parentSchema:schema43.properties.backup.anyOf[0],data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid2 = _errs17 === errors;
valid3 = valid3 || _valid2;
if(!valid3){
const _errs19 = errors;
if(!(validate106(data4, {instancePath:instancePath+"/backup",parentData:data,parentDataProperty:"backup",rootData}))){
vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
errors = vErrors.length;
}
var _valid2 = _errs19 === errors;
valid3 = valid3 || _valid2;
}
if(!valid3){
const err7 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf",keyword:"anyOf",params:{},schema:schema43.properties.backup.anyOf,parentSchema:schema43.properties.backup,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data.lustre !== undefined){
if(!(validate108(data.lustre, {instancePath:instancePath+"/lustre",parentData:data,parentDataProperty:"lustre",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}

const schema50 = {"type":"object","properties":{"secrets":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts the cluster's secrets.\n\n- `customer-key`: a key of your account, made with the cluster (or  {@link  keyId } ), rotated every year.\n- `platform-key`: a key that the cloud owns and you cannot see or revoke. Free.","default":"customer-key"},"keyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region. Immutable."},"disks":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts disks: those of nodes, where a group names none itself (they are always encrypted), and block volumes of pods, whose class names it. A change replaces nodes, one after the other; volumes that are there keep their key.","default":"platform-key"},"disksKeyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region, for disks. Its policy must let IAM policies of the account use it, and the service-linked role of EC2 Auto Scaling, which starts nodes."},"deletionWindowDays":{"type":"number","description":"Days between the deletion of a new key and its end, 7 to 30.","default":30}},"additionalProperties":false,"description":"Encryption of Kubernetes secrets with AWS KMS."};

function validate111(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "secrets") || (key0 === "keyId")) || (key0 === "disks")) || (key0 === "disksKeyId")) || (key0 === "deletionWindowDays"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.secrets !== undefined){
let data0 = data.secrets;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "string"},schema:schema50.properties.secrets.type,parentSchema:schema50.properties.secrets,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "customer-key") || (data0 === "platform-key"))){
const err2 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/enum",keyword:"enum",params:{allowedValues: schema50.properties.secrets.enum},schema:schema50.properties.secrets.enum,parentSchema:schema50.properties.secrets,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.keyId !== undefined){
let data1 = data.keyId;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema50.properties.keyId.type,parentSchema:schema50.properties.keyId,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.disks !== undefined){
let data2 = data.disks;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/type",keyword:"type",params:{type: "string"},schema:schema50.properties.disks.type,parentSchema:schema50.properties.disks,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data2 === "customer-key") || (data2 === "platform-key"))){
const err5 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/enum",keyword:"enum",params:{allowedValues: schema50.properties.disks.enum},schema:schema50.properties.disks.enum,parentSchema:schema50.properties.disks,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.disksKeyId !== undefined){
let data3 = data.disksKeyId;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/disksKeyId",schemaPath:"#/properties/disksKeyId/type",keyword:"type",params:{type: "string"},schema:schema50.properties.disksKeyId.type,parentSchema:schema50.properties.disksKeyId,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.deletionWindowDays !== undefined){
let data4 = data.deletionWindowDays;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err7 = {instancePath:instancePath+"/deletionWindowDays",schemaPath:"#/properties/deletionWindowDays/type",keyword:"type",params:{type: "number"},schema:schema50.properties.deletionWindowDays.type,parentSchema:schema50.properties.deletionWindowDays,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema50.type,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate111.errors = vErrors;
return errors === 0;
}

const schema51 = {"type":"object","properties":{"controller":{"type":"boolean","description":"The rights of the AWS Load Balancer Controller, for the service account `aws-load-balancer-controller` in `kube-system`, limited to what it makes for this cluster. It must be installed with this cluster's name, region and VPC id: nodes do not let pods ask for them.","default":false},"sharedSecurityGroup":{"type":"boolean","description":"One security group for the side of all load balancers that faces the nodes, let in to nodes on all TCP ports. Without it the controller makes one, and a rule for each port in the nodes' group. Give its id (a stack output) to the controller as `backendSecurityGroup`.","default":false}},"additionalProperties":false,"description":"Application and Network Load Balancers for Services and Ingresses."};

function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "controller") || (key0 === "sharedSecurityGroup"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.controller !== undefined){
let data0 = data.controller;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/controller",schemaPath:"#/properties/controller/type",keyword:"type",params:{type: "boolean"},schema:schema51.properties.controller.type,parentSchema:schema51.properties.controller,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.sharedSecurityGroup !== undefined){
let data1 = data.sharedSecurityGroup;
if(typeof data1 !== "boolean"){
const err2 = {instancePath:instancePath+"/sharedSecurityGroup",schemaPath:"#/properties/sharedSecurityGroup/type",keyword:"type",params:{type: "boolean"},schema:schema51.properties.sharedSecurityGroup.type,parentSchema:schema51.properties.sharedSecurityGroup,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate113.errors = vErrors;
return errors === 0;
}

const schema52 = {"type":"object","properties":{"zones":{"type":"array","items":{"type":"string"},"description":"Ids of hosted zones, e.g. `Z0123456789ABCDEFGHIJ`. The rights are those of the service account `external-dns` in the namespace `external-dns`."}},"required":["zones"],"additionalProperties":false,"description":"Records in Route 53, written by ExternalDNS."};

function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zones === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zones"},schema:schema52.required,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "zones")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.zones !== undefined){
let data0 = data.zones;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema52.properties.zones.items.type,parentSchema:schema52.properties.zones.items,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema52.properties.zones.type,parentSchema:schema52.properties.zones,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate115.errors = vErrors;
return errors === 0;
}

const schema53 = {"type":"object","properties":{"namespace":{"type":"string","description":"Kubernetes namespace: lower-case letters, digits and `-`, up to 63."},"serviceAccount":{"type":"string","description":"Kubernetes service account, unique in its namespace."},"policyArns":{"type":"array","items":{"type":"string"},"description":"ARNs of policies, at most 10."},"statements":{"type":"array","items":{"$ref":"#/definitions/Statement"},"description":"Rights of its own, at most 10,240 characters together."},"via":{"type":"string","enum":["pod-identity","irsa"],"description":"How pods get the role.\n\n- `pod-identity`: from the agent on the node; nothing is to be done in the cluster.\n- `irsa`: with a token of the cluster's OIDC issuer, for what can't do the first, such as Fargate. The service account needs   the annotation `eks.amazonaws.com/role-arn` with the role of the stack's output `workload_identity_role_arns`.","default":"pod-identity"}},"additionalProperties":false,"required":["namespace","serviceAccount"],"description":"Pods of one service account, and what they may do in AWS: nothing, until `policyArns` or `statements` say so."};
const schema54 = {"type":"object","properties":{"sid":{"type":"string","description":"Says what the statement is for. Letters and digits."},"effect":{"type":"string","enum":["Allow","Deny"],"description":"Whether the actions are allowed, or forbidden whatever else allows them.","default":"Allow"},"principal":{"anyOf":[{"type":"string","const":"*"},{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}}],"description":"Who, in a policy on a resource: by kind, e.g. `Service`, or anyone."},"actions":{"type":"array","items":{"type":"string"},"description":"Actions, e.g. `s3:GetObject`. At least one."},"resources":{"type":"array","items":{"type":"string"},"description":"ARNs of what the actions are done to. At least one."},"conditions":{"$ref":"#/definitions/Conditions","description":"What must hold beside: operator, key, values."}},"required":["actions","resources"],"additionalProperties":false,"description":"A statement of an IAM policy."};
const schema55 = {"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}},"description":"Operator, key, values: `{ StringEquals: { \"aws:RequestTag/team\": [\"a\"] } }`."};

function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data1 = data0[key1];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "string"},schema:schema55.additionalProperties.additionalProperties.items.type,parentSchema:schema55.additionalProperties.additionalProperties.items,data:data2};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "array"},schema:schema55.additionalProperties.additionalProperties.type,parentSchema:schema55.additionalProperties.additionalProperties,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "object"},schema:schema55.additionalProperties.type,parentSchema:schema55.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate119.errors = vErrors;
return errors === 0;
}


function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.actions === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actions"},schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.resources === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resources"},schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "sid") || (key0 === "effect")) || (key0 === "principal")) || (key0 === "actions")) || (key0 === "resources")) || (key0 === "conditions"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.sid !== undefined){
let data0 = data.sid;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/sid",schemaPath:"#/properties/sid/type",keyword:"type",params:{type: "string"},schema:schema54.properties.sid.type,parentSchema:schema54.properties.sid,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.effect !== undefined){
let data1 = data.effect;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/type",keyword:"type",params:{type: "string"},schema:schema54.properties.effect.type,parentSchema:schema54.properties.effect,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data1 === "Allow") || (data1 === "Deny"))){
const err5 = {instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/enum",keyword:"enum",params:{allowedValues: schema54.properties.effect.enum},schema:schema54.properties.effect.enum,parentSchema:schema54.properties.effect,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.principal !== undefined){
let data2 = data.principal;
const _errs7 = errors;
let valid1 = false;
const _errs8 = errors;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema54.properties.principal.anyOf[0].type,parentSchema:schema54.properties.principal.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if("*" !== data2){
const err7 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/anyOf/0/const",keyword:"const",params:{allowedValue: "*"},schema:"*",parentSchema:schema54.properties.principal.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs10 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
let data3 = data2[key1];
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
const err8 = {instancePath:instancePath+"/principal/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/principal/anyOf/1/additionalProperties/items/type",keyword:"type",params:{type: "string"},schema:schema54.properties.principal.anyOf[1].additionalProperties.items.type,parentSchema:schema54.properties.principal.anyOf[1].additionalProperties.items,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/principal/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/principal/anyOf/1/additionalProperties/type",keyword:"type",params:{type: "array"},schema:schema54.properties.principal.anyOf[1].additionalProperties.type,parentSchema:schema54.properties.principal.anyOf[1].additionalProperties,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema54.properties.principal.anyOf[1].type,parentSchema:schema54.properties.principal.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err11 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/anyOf",keyword:"anyOf",params:{},schema:schema54.properties.principal.anyOf,parentSchema:schema54.properties.principal,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
if(data.actions !== undefined){
let data5 = data.actions;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 !== "string"){
const err12 = {instancePath:instancePath+"/actions/" + i1,schemaPath:"#/properties/actions/items/type",keyword:"type",params:{type: "string"},schema:schema54.properties.actions.items.type,parentSchema:schema54.properties.actions.items,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: "array"},schema:schema54.properties.actions.type,parentSchema:schema54.properties.actions,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.resources !== undefined){
let data7 = data.resources;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(typeof data8 !== "string"){
const err14 = {instancePath:instancePath+"/resources/" + i2,schemaPath:"#/properties/resources/items/type",keyword:"type",params:{type: "string"},schema:schema54.properties.resources.items.type,parentSchema:schema54.properties.resources.items,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/resources",schemaPath:"#/properties/resources/type",keyword:"type",params:{type: "array"},schema:schema54.properties.resources.type,parentSchema:schema54.properties.resources,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.conditions !== undefined){
if(!(validate119(data.conditions, {instancePath:instancePath+"/conditions",parentData:data,parentDataProperty:"conditions",rootData}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema54.type,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate118.errors = vErrors;
return errors === 0;
}


function validate117(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.namespace === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespace"},schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.serviceAccount === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "serviceAccount"},schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "namespace") || (key0 === "serviceAccount")) || (key0 === "policyArns")) || (key0 === "statements")) || (key0 === "via"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.namespace !== undefined){
let data0 = data.namespace;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema53.properties.namespace.type,parentSchema:schema53.properties.namespace,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.serviceAccount !== undefined){
let data1 = data.serviceAccount;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/serviceAccount",schemaPath:"#/properties/serviceAccount/type",keyword:"type",params:{type: "string"},schema:schema53.properties.serviceAccount.type,parentSchema:schema53.properties.serviceAccount,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.policyArns !== undefined){
let data2 = data.policyArns;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/policyArns/" + i0,schemaPath:"#/properties/policyArns/items/type",keyword:"type",params:{type: "string"},schema:schema53.properties.policyArns.items.type,parentSchema:schema53.properties.policyArns.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/policyArns",schemaPath:"#/properties/policyArns/type",keyword:"type",params:{type: "array"},schema:schema53.properties.policyArns.type,parentSchema:schema53.properties.policyArns,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.statements !== undefined){
let data4 = data.statements;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(!(validate118(data4[i1], {instancePath:instancePath+"/statements/" + i1,parentData:data4,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/type",keyword:"type",params:{type: "array"},schema:schema53.properties.statements.type,parentSchema:schema53.properties.statements,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.via !== undefined){
let data6 = data.via;
if(typeof data6 !== "string"){
const err8 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/type",keyword:"type",params:{type: "string"},schema:schema53.properties.via.type,parentSchema:schema53.properties.via,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((data6 === "pod-identity") || (data6 === "irsa"))){
const err9 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/enum",keyword:"enum",params:{allowedValues: schema53.properties.via.enum},schema:schema53.properties.via.enum,parentSchema:schema53.properties.via,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema53.type,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate117.errors = vErrors;
return errors === 0;
}

const schema56 = {"type":"object","properties":{"retentionDays":{"type":"number","description":"Days for which logs are kept, one of those that CloudWatch Logs knows.","default":90},"keepLogs":{"type":"boolean","description":"Leaves the logs when the cluster is destroyed. The next cluster of the name needs them imported or removed.","default":false},"logTypes":{"type":"array","items":{"$ref":"#/definitions/EksLogType"},"description":"Logs of the control plane.","default":["api","audit","authenticator"]}},"additionalProperties":false,"description":"What the control plane writes down."};
const schema57 = {"type":"string","enum":["api","audit","authenticator","controllerManager","scheduler"],"description":"See  {@link  EksObservabilitySpec.logTypes } ."};

function validate124(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((data === "api") || (data === "audit")) || (data === "authenticator")) || (data === "controllerManager")) || (data === "scheduler"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema57.enum},schema:schema57.enum,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate124.errors = vErrors;
return errors === 0;
}


function validate123(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "retentionDays") || (key0 === "keepLogs")) || (key0 === "logTypes"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.retentionDays !== undefined){
let data0 = data.retentionDays;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema56.properties.retentionDays.type,parentSchema:schema56.properties.retentionDays,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.keepLogs !== undefined){
let data1 = data.keepLogs;
if(typeof data1 !== "boolean"){
const err2 = {instancePath:instancePath+"/keepLogs",schemaPath:"#/properties/keepLogs/type",keyword:"type",params:{type: "boolean"},schema:schema56.properties.keepLogs.type,parentSchema:schema56.properties.keepLogs,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.logTypes !== undefined){
let data2 = data.logTypes;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate124(data2[i0], {instancePath:instancePath+"/logTypes/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/logTypes",schemaPath:"#/properties/logTypes/type",keyword:"type",params:{type: "array"},schema:schema56.properties.logTypes.type,parentSchema:schema56.properties.logTypes,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema56.type,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate123.errors = vErrors;
return errors === 0;
}

const schema58 = {"type":"object","properties":{"support":{"type":"string","enum":["standard","extended"],"description":"`standard`: when standard support ends, AWS upgrades the control plane. `extended`: the version may stay for twelve more months, at six times the price of the control plane.","default":"standard"}},"additionalProperties":false,"description":"How long a Kubernetes version may run."};

function validate127(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "support")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.support !== undefined){
let data0 = data.support;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/support",schemaPath:"#/properties/support/type",keyword:"type",params:{type: "string"},schema:schema58.properties.support.type,parentSchema:schema58.properties.support,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "standard") || (data0 === "extended"))){
const err2 = {instancePath:instancePath+"/support",schemaPath:"#/properties/support/enum",keyword:"enum",params:{allowedValues: schema58.properties.support.enum},schema:schema58.properties.support.enum,parentSchema:schema58.properties.support,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate127.errors = vErrors;
return errors === 0;
}

const schema59 = {"type":"object","properties":{"authenticationMode":{"type":"string","enum":["API","API_AND_CONFIG_MAP"],"description":"How principals get in. `API_AND_CONFIG_MAP` also reads the old `aws-auth` config map; for clusters on their way from it. It can't be taken back from `API`.","default":"API"},"zonalShift":{"type":"boolean","description":"Lets AWS move traffic away from an impaired zone.","default":true},"addOns":{"$ref":"#/definitions/EksAddOnsSpec","description":"Versions and settings of the core add-ons."},"clusterRoleArn":{"type":"string","description":"ARN of an existing role for the control plane; a new one when left out. Immutable."},"nodeRoleArn":{"type":"string","description":"ARN of an existing role for the nodes of managed Linux groups; a new one when left out. Self-managed and Windows groups have new ones: EKS takes one kind of node for a role."},"autoProvisioning":{"$ref":"#/definitions/EksAutoProvisioningSpec","description":"What makes nodes with `autoscaling: auto-provisioning`."},"autoMode":{"type":"string","const":"off","description":"`off` takes EKS Auto Mode from a cluster that had it. Say it together with another `autoscaling`: a cluster that says nothing of Auto Mode leaves it as it is. EKS then ends all nodes of Auto Mode and deletes its load balancers; volumes stay. The role of its nodes stays as long as this word does."},"fargateProfiles":{"type":"array","items":{"$ref":"#/definitions/EksFargateProfileSpec"},"description":"Pods that run on AWS Fargate, without nodes. AWS' quota is 10 profiles for a cluster.","default":[]},"nodeTerminationHandler":{"type":"boolean","description":"What the AWS Node Termination Handler needs to drain nodes of self-managed groups before EC2 takes them: a queue of EC2's events, a hook on each group, and a role. The program itself is installed in the cluster, in queue mode, as `kube-system/aws-node-termination-handler`. Managed node groups, Karpenter and Auto Mode drain their nodes themselves.","default":false},"remoteNetworks":{"$ref":"#/definitions/EksRemoteNetworksSpec","description":"Networks of hybrid nodes: machines outside of AWS that join the cluster."},"controlPlaneTier":{"$ref":"#/definitions/EksControlPlaneTier","description":"Capacity that the control plane always has. `standard` grows and shrinks with its load; the others are provisioned, each costs several times more than the one before, by the hour. Can be changed at any time.\n\nSource: EKS API, ControlPlaneScalingConfig; its `tier-8xl` is newer than the providers that these constructs work with.","default":"standard"},"capabilities":{"$ref":"#/definitions/EksCapabilitiesSpec","description":"Controllers that EKS runs outside the cluster for it."}},"additionalProperties":false,"description":"What only EKS has."};
const schema60 = {"type":"object","properties":{"vpc-cni":{"$ref":"#/definitions/EksAddOnSpec","description":"Network interface for pods."},"kube-proxy":{"$ref":"#/definitions/EksAddOnSpec","description":"Service networking on every node."},"coredns":{"$ref":"#/definitions/EksAddOnSpec","description":"Names inside the cluster."},"eks-pod-identity-agent":{"$ref":"#/definitions/EksAddOnSpec","description":"Credentials for pods."},"aws-ebs-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"EBS volumes for pods; there while `storage.block` is."},"aws-efs-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"EFS file systems for pods; there while `storage.file` is."},"aws-fsx-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"Lustre file systems for pods; there while `storage.lustre` is."},"aws-mountpoint-s3-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"S3 buckets for pods; there while `storage.object` is."},"snapshot-controller":{"$ref":"#/definitions/EksAddOnSpec","description":"Snapshots of volumes; there while `storage.snapshots` is."}},"additionalProperties":false,"description":"The core add-ons, by the names that EKS gives them."};
const schema61 = {"type":"object","properties":{"version":{"type":"string","description":"Version, e.g. `v1.21.1-eksbuild.1`; `latest` looks the newest compatible one up at every plan. Left out: the version that this version of the library is pinned to."},"configuration":{"type":"object","additionalProperties":{},"description":"Settings, as the add-on's own schema has them (`aws eks describe-addon-configuration`)."}},"additionalProperties":false,"description":"Version and settings of an add-on."};

function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "version") || (key0 === "configuration"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},schema:schema61.properties.version.type,parentSchema:schema61.properties.version,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.configuration !== undefined){
let data1 = data.configuration;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
}
else {
const err2 = {instancePath:instancePath+"/configuration",schemaPath:"#/properties/configuration/type",keyword:"type",params:{type: "object"},schema:schema61.properties.configuration.type,parentSchema:schema61.properties.configuration,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}


function validate130(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema60.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["vpc-cni"] !== undefined){
if(!(validate131(data["vpc-cni"], {instancePath:instancePath+"/vpc-cni",parentData:data,parentDataProperty:"vpc-cni",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data["kube-proxy"] !== undefined){
if(!(validate131(data["kube-proxy"], {instancePath:instancePath+"/kube-proxy",parentData:data,parentDataProperty:"kube-proxy",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data.coredns !== undefined){
if(!(validate131(data.coredns, {instancePath:instancePath+"/coredns",parentData:data,parentDataProperty:"coredns",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data["eks-pod-identity-agent"] !== undefined){
if(!(validate131(data["eks-pod-identity-agent"], {instancePath:instancePath+"/eks-pod-identity-agent",parentData:data,parentDataProperty:"eks-pod-identity-agent",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data["aws-ebs-csi-driver"] !== undefined){
if(!(validate131(data["aws-ebs-csi-driver"], {instancePath:instancePath+"/aws-ebs-csi-driver",parentData:data,parentDataProperty:"aws-ebs-csi-driver",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data["aws-efs-csi-driver"] !== undefined){
if(!(validate131(data["aws-efs-csi-driver"], {instancePath:instancePath+"/aws-efs-csi-driver",parentData:data,parentDataProperty:"aws-efs-csi-driver",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data["aws-fsx-csi-driver"] !== undefined){
if(!(validate131(data["aws-fsx-csi-driver"], {instancePath:instancePath+"/aws-fsx-csi-driver",parentData:data,parentDataProperty:"aws-fsx-csi-driver",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data["aws-mountpoint-s3-csi-driver"] !== undefined){
if(!(validate131(data["aws-mountpoint-s3-csi-driver"], {instancePath:instancePath+"/aws-mountpoint-s3-csi-driver",parentData:data,parentDataProperty:"aws-mountpoint-s3-csi-driver",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data["snapshot-controller"] !== undefined){
if(!(validate131(data["snapshot-controller"], {instancePath:instancePath+"/snapshot-controller",parentData:data,parentDataProperty:"snapshot-controller",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate130.errors = vErrors;
return errors === 0;
}

const schema62 = {"type":"object","properties":{"by":{"$ref":"#/definitions/EksAutoProvisioner","description":"- `karpenter`: Karpenter, which you install in the cluster as `kube-system/karpenter`. Its roles, its queue and the   tags by which it finds subnets and security group are made here; subnets of an existing network must have the tag   `karpenter.sh/discovery: <cluster's name>`. Karpenter itself needs a place: a small node group (best with the label   `karpenter.sh/controller: \"true\"`, for the chart's `nodeSelector`) or a Fargate profile for `kube-system`. Delete its   NodePools before the cluster, so that it ends its machines.\n- `auto-mode`: EKS Auto Mode. EKS runs Karpenter, pod network, DNS, block storage and load balancing itself, and ends   each node after at most 21 days. It costs a share of each machine's price. A cluster without node groups and   Fargate profiles then gets no add-ons.","default":"karpenter"},"pools":{"type":"array","items":{"$ref":"#/definitions/EksAutoModePool"},"description":"Node pools that Auto Mode brings: `general-purpose`, and `system` for add-ons that tolerate `CriticalAddonsOnly`. They are in the private subnets, which are then the control plane's too: its interfaces move there when Auto Mode is switched on later, and EKS then takes no zone more. `[]` for pools of your own alone: the role of their nodes is let into the cluster.","default":["general-purpose","system"]},"roomForNodes":{"type":"number","description":"Nodes to find room for, over all zones: as many as the limits of all NodePools together allow, which are objects in the cluster. Subnets and quotas are checked for so many, evenly spread over the zones; nothing is made of it. Left out: these nodes are in no sum, as `validate --plan` says."},"largestMachineType":{"type":"string","description":"The EC2 instance type of these nodes that takes the most addresses, for  {@link  roomForNodes } . Left out: one that takes as many as the larger common ones do."}},"additionalProperties":false,"description":"What makes nodes for pods that wait for one."};
const schema63 = {"type":"string","enum":["karpenter","auto-mode"],"description":"See  {@link  EksAutoProvisioningSpec.by } ."};

function validate143(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema63.type,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "karpenter") || (data === "auto-mode"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema63.enum},schema:schema63.enum,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate143.errors = vErrors;
return errors === 0;
}

const schema64 = {"type":"string","enum":["general-purpose","system"],"description":"See  {@link  EksAutoProvisioningSpec.pools } ."};

function validate145(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema64.type,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "general-purpose") || (data === "system"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema64.enum},schema:schema64.enum,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate145.errors = vErrors;
return errors === 0;
}


function validate142(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "by") || (key0 === "pools")) || (key0 === "roomForNodes")) || (key0 === "largestMachineType"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.by !== undefined){
if(!(validate143(data.by, {instancePath:instancePath+"/by",parentData:data,parentDataProperty:"by",rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
if(data.pools !== undefined){
let data1 = data.pools;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate145(data1[i0], {instancePath:instancePath+"/pools/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/type",keyword:"type",params:{type: "array"},schema:schema62.properties.pools.type,parentSchema:schema62.properties.pools,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.roomForNodes !== undefined){
let data3 = data.roomForNodes;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err2 = {instancePath:instancePath+"/roomForNodes",schemaPath:"#/properties/roomForNodes/type",keyword:"type",params:{type: "number"},schema:schema62.properties.roomForNodes.type,parentSchema:schema62.properties.roomForNodes,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.largestMachineType !== undefined){
let data4 = data.largestMachineType;
if(typeof data4 !== "string"){
const err3 = {instancePath:instancePath+"/largestMachineType",schemaPath:"#/properties/largestMachineType/type",keyword:"type",params:{type: "string"},schema:schema62.properties.largestMachineType.type,parentSchema:schema62.properties.largestMachineType,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema62.type,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate142.errors = vErrors;
return errors === 0;
}

const schema65 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the profile, unique in its cluster: lower-case letters, digits and `-`, starting with a letter, but not with `eks-`; at most 54 characters. EKS sees it with a hash of what can't be changed after it."},"selectors":{"type":"array","items":{"$ref":"#/definitions/EksFargateSelector"},"description":"Which pods; one to five selectors."},"roomForPods":{"type":"number","description":"Pods to find room for at the same time, each of which takes an address of the private subnets. They are counted evenly spread over the zones; nothing is made of it. Left out: these pods are in no sum, as `validate --plan` says."}},"required":["name","selectors"],"additionalProperties":false,"description":"Pods that run on Fargate: those that any selector matches, in the private subnets. A change replaces the profile."};
const schema66 = {"type":"object","properties":{"namespace":{"type":"string","description":"A namespace, or a pattern: `*` stands for any run of characters, `?` for one."},"labels":{"type":"object","additionalProperties":{"type":"string"},"description":"Labels that the pods must have, all of them; left out: all pods of the namespace."}},"required":["namespace"],"additionalProperties":false,"description":"Pods of a namespace, or of one that a pattern matches."};

function validate149(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.namespace === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespace"},schema:schema66.required,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "namespace") || (key0 === "labels"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.namespace !== undefined){
let data0 = data.namespace;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema66.properties.namespace.type,parentSchema:schema66.properties.namespace,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.labels !== undefined){
let data1 = data.labels;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
let data2 = data1[key1];
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema66.properties.labels.additionalProperties.type,parentSchema:schema66.properties.labels.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},schema:schema66.properties.labels.type,parentSchema:schema66.properties.labels,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema66.type,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate149.errors = vErrors;
return errors === 0;
}


function validate148(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema65.required,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.selectors === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "selectors"},schema:schema65.required,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "selectors")) || (key0 === "roomForPods"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema65.properties.name.type,parentSchema:schema65.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.selectors !== undefined){
let data1 = data.selectors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate149(data1[i0], {instancePath:instancePath+"/selectors/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate149.errors : vErrors.concat(validate149.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/type",keyword:"type",params:{type: "array"},schema:schema65.properties.selectors.type,parentSchema:schema65.properties.selectors,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.roomForPods !== undefined){
let data3 = data.roomForPods;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err5 = {instancePath:instancePath+"/roomForPods",schemaPath:"#/properties/roomForPods/type",keyword:"type",params:{type: "number"},schema:schema65.properties.roomForPods.type,parentSchema:schema65.properties.roomForPods,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema65.type,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate148.errors = vErrors;
return errors === 0;
}

const schema67 = {"type":"object","properties":{"nodeCidrs":{"type":"array","items":{"type":"string"},"description":"IPv4 ranges of the machines, 1 to 15."},"podCidrs":{"type":"array","items":{"type":"string"},"description":"IPv4 ranges of the pods on them, up to 15. Needed where the control plane calls pods there, such as webhooks.","default":[]},"credentials":{"type":"string","const":"ssm","description":"`ssm` makes the role that AWS Systems Manager hands to machines which were activated with it, and lets it into the cluster: `aws ssm create-activation --iam-role <stack's output hybrid_node_role_name> --tags Key=EKSClusterARN,Value=<cluster's ARN>`. Left out, without  {@link  nodeRoleArn }  either: no machine is let in."},"nodeRoleArn":{"type":"string","description":"ARN of an existing role of the machines to let in, e.g. one for IAM Roles Anywhere; in place of  {@link  credentials } ."}},"required":["nodeCidrs"],"additionalProperties":false,"description":"Networks of hybrid nodes, which must have a route to the VPC and back (VPN, Direct Connect). Ranges are private IPv4 ones, apart from the VPC's and the services'."};

function validate152(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeCidrs === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeCidrs"},schema:schema67.required,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "nodeCidrs") || (key0 === "podCidrs")) || (key0 === "credentials")) || (key0 === "nodeRoleArn"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.nodeCidrs !== undefined){
let data0 = data.nodeCidrs;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/nodeCidrs/" + i0,schemaPath:"#/properties/nodeCidrs/items/type",keyword:"type",params:{type: "string"},schema:schema67.properties.nodeCidrs.items.type,parentSchema:schema67.properties.nodeCidrs.items,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/nodeCidrs",schemaPath:"#/properties/nodeCidrs/type",keyword:"type",params:{type: "array"},schema:schema67.properties.nodeCidrs.type,parentSchema:schema67.properties.nodeCidrs,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.podCidrs !== undefined){
let data2 = data.podCidrs;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/podCidrs/" + i1,schemaPath:"#/properties/podCidrs/items/type",keyword:"type",params:{type: "string"},schema:schema67.properties.podCidrs.items.type,parentSchema:schema67.properties.podCidrs.items,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/podCidrs",schemaPath:"#/properties/podCidrs/type",keyword:"type",params:{type: "array"},schema:schema67.properties.podCidrs.type,parentSchema:schema67.properties.podCidrs,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.credentials !== undefined){
let data4 = data.credentials;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/credentials",schemaPath:"#/properties/credentials/type",keyword:"type",params:{type: "string"},schema:schema67.properties.credentials.type,parentSchema:schema67.properties.credentials,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if("ssm" !== data4){
const err7 = {instancePath:instancePath+"/credentials",schemaPath:"#/properties/credentials/const",keyword:"const",params:{allowedValue: "ssm"},schema:"ssm",parentSchema:schema67.properties.credentials,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.nodeRoleArn !== undefined){
let data5 = data.nodeRoleArn;
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/nodeRoleArn",schemaPath:"#/properties/nodeRoleArn/type",keyword:"type",params:{type: "string"},schema:schema67.properties.nodeRoleArn.type,parentSchema:schema67.properties.nodeRoleArn,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate152.errors = vErrors;
return errors === 0;
}

const schema68 = {"type":"string","enum":["standard","tier-xl","tier-2xl","tier-4xl"],"description":"See  {@link  EksOptions.controlPlaneTier } ."};

function validate154(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema68.type,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((data === "standard") || (data === "tier-xl")) || (data === "tier-2xl")) || (data === "tier-4xl"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema68.enum},schema:schema68.enum,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate154.errors = vErrors;
return errors === 0;
}

const schema69 = {"type":"object","properties":{"ack":{"$ref":"#/definitions/EksCapabilitySpec","description":"AWS Controllers for Kubernetes: AWS resources as Kubernetes objects."},"kro":{"$ref":"#/definitions/EksCapabilitySpec","description":"Kube Resource Orchestrator: several objects as one."},"argocd":{"$ref":"#/definitions/EksArgoCdSpec","description":"Argo CD: what is in Git comes into the cluster. People sign in through AWS IAM Identity Center."}},"additionalProperties":false,"description":"EKS capabilities: controllers that run in AWS' own account and act in the cluster. Each gets a role of its own. What a controller made in the cluster stays when its capability is removed."};
const schema70 = {"type":"object","properties":{"policyArns":{"type":"array","items":{"type":"string"},"description":"ARNs of policies for the capability's role: what the controller may do in AWS.","default":[]}},"additionalProperties":false,"description":"A capability of EKS."};

function validate157(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "policyArns")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.policyArns !== undefined){
let data0 = data.policyArns;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/policyArns/" + i0,schemaPath:"#/properties/policyArns/items/type",keyword:"type",params:{type: "string"},schema:schema70.properties.policyArns.items.type,parentSchema:schema70.properties.policyArns.items,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/policyArns",schemaPath:"#/properties/policyArns/type",keyword:"type",params:{type: "array"},schema:schema70.properties.policyArns.type,parentSchema:schema70.properties.policyArns,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema70.type,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate157.errors = vErrors;
return errors === 0;
}

const schema71 = {"type":"object","properties":{"policyArns":{"type":"array","items":{"type":"string"},"description":"ARNs of policies for the capability's role: what the controller may do in AWS.","default":[]},"identityCenterArn":{"type":"string","description":"ARN of the instance of IAM Identity Center, `arn:aws:sso:::instance/ssoins-…`. Immutable."},"identityCenterRegion":{"type":"string","description":"Region of the instance. Left out: the cluster's. Immutable."},"namespace":{"type":"string","description":"Namespace of Argo CD's objects. Immutable.","default":"argocd"},"access":{"type":"array","items":{"$ref":"#/definitions/EksArgoCdAccess"},"description":"Ids of users and groups in Identity Center, by their role in Argo CD. Nobody has one by default.","default":[]},"vpcEndpointIds":{"type":"array","items":{"type":"string"},"description":"Ids of VPC endpoints through which alone Argo CD can be reached. Left out: it is public, behind the sign-in."}},"required":["identityCenterArn"],"additionalProperties":false,"description":"Argo CD as a capability of EKS."};
const schema72 = {"type":"object","properties":{"role":{"type":"string","enum":["ADMIN","EDITOR","VIEWER"],"description":"What they may do, as Argo CD names it."},"users":{"type":"array","items":{"type":"string"},"description":"Ids of users in Identity Center."},"groups":{"type":"array","items":{"type":"string"},"description":"Ids of groups in Identity Center."}},"required":["role"],"additionalProperties":false,"description":"Who has a role in Argo CD; at least one user or group."};

function validate161(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.role === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "role"},schema:schema72.required,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "role") || (key0 === "users")) || (key0 === "groups"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.role !== undefined){
let data0 = data.role;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},schema:schema72.properties.role.type,parentSchema:schema72.properties.role,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data0 === "ADMIN") || (data0 === "EDITOR")) || (data0 === "VIEWER"))){
const err3 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/enum",keyword:"enum",params:{allowedValues: schema72.properties.role.enum},schema:schema72.properties.role.enum,parentSchema:schema72.properties.role,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.users !== undefined){
let data1 = data.users;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/users/" + i0,schemaPath:"#/properties/users/items/type",keyword:"type",params:{type: "string"},schema:schema72.properties.users.items.type,parentSchema:schema72.properties.users.items,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/users",schemaPath:"#/properties/users/type",keyword:"type",params:{type: "array"},schema:schema72.properties.users.type,parentSchema:schema72.properties.users,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.groups !== undefined){
let data3 = data.groups;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/groups/" + i1,schemaPath:"#/properties/groups/items/type",keyword:"type",params:{type: "string"},schema:schema72.properties.groups.items.type,parentSchema:schema72.properties.groups.items,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"},schema:schema72.properties.groups.type,parentSchema:schema72.properties.groups,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema72.type,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate161.errors = vErrors;
return errors === 0;
}


function validate160(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.identityCenterArn === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "identityCenterArn"},schema:schema71.required,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "policyArns") || (key0 === "identityCenterArn")) || (key0 === "identityCenterRegion")) || (key0 === "namespace")) || (key0 === "access")) || (key0 === "vpcEndpointIds"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.policyArns !== undefined){
let data0 = data.policyArns;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/policyArns/" + i0,schemaPath:"#/properties/policyArns/items/type",keyword:"type",params:{type: "string"},schema:schema71.properties.policyArns.items.type,parentSchema:schema71.properties.policyArns.items,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/policyArns",schemaPath:"#/properties/policyArns/type",keyword:"type",params:{type: "array"},schema:schema71.properties.policyArns.type,parentSchema:schema71.properties.policyArns,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.identityCenterArn !== undefined){
let data2 = data.identityCenterArn;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/identityCenterArn",schemaPath:"#/properties/identityCenterArn/type",keyword:"type",params:{type: "string"},schema:schema71.properties.identityCenterArn.type,parentSchema:schema71.properties.identityCenterArn,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.identityCenterRegion !== undefined){
let data3 = data.identityCenterRegion;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/identityCenterRegion",schemaPath:"#/properties/identityCenterRegion/type",keyword:"type",params:{type: "string"},schema:schema71.properties.identityCenterRegion.type,parentSchema:schema71.properties.identityCenterRegion,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.namespace !== undefined){
let data4 = data.namespace;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema71.properties.namespace.type,parentSchema:schema71.properties.namespace,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.access !== undefined){
let data5 = data.access;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate161(data5[i1], {instancePath:instancePath+"/access/" + i1,parentData:data5,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "array"},schema:schema71.properties.access.type,parentSchema:schema71.properties.access,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.vpcEndpointIds !== undefined){
let data7 = data.vpcEndpointIds;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(typeof data8 !== "string"){
const err8 = {instancePath:instancePath+"/vpcEndpointIds/" + i2,schemaPath:"#/properties/vpcEndpointIds/items/type",keyword:"type",params:{type: "string"},schema:schema71.properties.vpcEndpointIds.items.type,parentSchema:schema71.properties.vpcEndpointIds.items,data:data8};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/vpcEndpointIds",schemaPath:"#/properties/vpcEndpointIds/type",keyword:"type",params:{type: "array"},schema:schema71.properties.vpcEndpointIds.type,parentSchema:schema71.properties.vpcEndpointIds,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema71.type,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate160.errors = vErrors;
return errors === 0;
}


function validate156(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "ack") || (key0 === "kro")) || (key0 === "argocd"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ack !== undefined){
if(!(validate157(data.ack, {instancePath:instancePath+"/ack",parentData:data,parentDataProperty:"ack",rootData}))){
vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
errors = vErrors.length;
}
}
if(data.kro !== undefined){
if(!(validate157(data.kro, {instancePath:instancePath+"/kro",parentData:data,parentDataProperty:"kro",rootData}))){
vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
errors = vErrors.length;
}
}
if(data.argocd !== undefined){
if(!(validate160(data.argocd, {instancePath:instancePath+"/argocd",parentData:data,parentDataProperty:"argocd",rootData}))){
vErrors = vErrors === null ? validate160.errors : vErrors.concat(validate160.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema69.type,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate156.errors = vErrors;
return errors === 0;
}


function validate129(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema59.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.authenticationMode !== undefined){
let data0 = data.authenticationMode;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/authenticationMode",schemaPath:"#/properties/authenticationMode/type",keyword:"type",params:{type: "string"},schema:schema59.properties.authenticationMode.type,parentSchema:schema59.properties.authenticationMode,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "API") || (data0 === "API_AND_CONFIG_MAP"))){
const err2 = {instancePath:instancePath+"/authenticationMode",schemaPath:"#/properties/authenticationMode/enum",keyword:"enum",params:{allowedValues: schema59.properties.authenticationMode.enum},schema:schema59.properties.authenticationMode.enum,parentSchema:schema59.properties.authenticationMode,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.zonalShift !== undefined){
let data1 = data.zonalShift;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/zonalShift",schemaPath:"#/properties/zonalShift/type",keyword:"type",params:{type: "boolean"},schema:schema59.properties.zonalShift.type,parentSchema:schema59.properties.zonalShift,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.addOns !== undefined){
if(!(validate130(data.addOns, {instancePath:instancePath+"/addOns",parentData:data,parentDataProperty:"addOns",rootData}))){
vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
errors = vErrors.length;
}
}
if(data.clusterRoleArn !== undefined){
let data3 = data.clusterRoleArn;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/clusterRoleArn",schemaPath:"#/properties/clusterRoleArn/type",keyword:"type",params:{type: "string"},schema:schema59.properties.clusterRoleArn.type,parentSchema:schema59.properties.clusterRoleArn,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.nodeRoleArn !== undefined){
let data4 = data.nodeRoleArn;
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/nodeRoleArn",schemaPath:"#/properties/nodeRoleArn/type",keyword:"type",params:{type: "string"},schema:schema59.properties.nodeRoleArn.type,parentSchema:schema59.properties.nodeRoleArn,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.autoProvisioning !== undefined){
if(!(validate142(data.autoProvisioning, {instancePath:instancePath+"/autoProvisioning",parentData:data,parentDataProperty:"autoProvisioning",rootData}))){
vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
errors = vErrors.length;
}
}
if(data.autoMode !== undefined){
let data6 = data.autoMode;
if(typeof data6 !== "string"){
const err6 = {instancePath:instancePath+"/autoMode",schemaPath:"#/properties/autoMode/type",keyword:"type",params:{type: "string"},schema:schema59.properties.autoMode.type,parentSchema:schema59.properties.autoMode,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if("off" !== data6){
const err7 = {instancePath:instancePath+"/autoMode",schemaPath:"#/properties/autoMode/const",keyword:"const",params:{allowedValue: "off"},schema:"off",parentSchema:schema59.properties.autoMode,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.fargateProfiles !== undefined){
let data7 = data.fargateProfiles;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate148(data7[i0], {instancePath:instancePath+"/fargateProfiles/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate148.errors : vErrors.concat(validate148.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/fargateProfiles",schemaPath:"#/properties/fargateProfiles/type",keyword:"type",params:{type: "array"},schema:schema59.properties.fargateProfiles.type,parentSchema:schema59.properties.fargateProfiles,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.nodeTerminationHandler !== undefined){
let data9 = data.nodeTerminationHandler;
if(typeof data9 !== "boolean"){
const err9 = {instancePath:instancePath+"/nodeTerminationHandler",schemaPath:"#/properties/nodeTerminationHandler/type",keyword:"type",params:{type: "boolean"},schema:schema59.properties.nodeTerminationHandler.type,parentSchema:schema59.properties.nodeTerminationHandler,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.remoteNetworks !== undefined){
if(!(validate152(data.remoteNetworks, {instancePath:instancePath+"/remoteNetworks",parentData:data,parentDataProperty:"remoteNetworks",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data.controlPlaneTier !== undefined){
if(!(validate154(data.controlPlaneTier, {instancePath:instancePath+"/controlPlaneTier",parentData:data,parentDataProperty:"controlPlaneTier",rootData}))){
vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
errors = vErrors.length;
}
}
if(data.capabilities !== undefined){
if(!(validate156(data.capabilities, {instancePath:instancePath+"/capabilities",parentData:data,parentDataProperty:"capabilities",rootData}))){
vErrors = vErrors === null ? validate156.errors : vErrors.concat(validate156.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate129.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.access === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "access"},schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kubernetesVersion === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kubernetesVersion"},schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.name === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.nodeGroups === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeGroups"},schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.platform === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "platform"},schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.region === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "region"},schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema10.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema10.properties.name.type,parentSchema:schema10.properties.name,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.region !== undefined){
let data1 = data.region;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},schema:schema10.properties.region.type,parentSchema:schema10.properties.region,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.kubernetesVersion !== undefined){
let data2 = data.kubernetesVersion;
if(typeof data2 !== "string"){
const err9 = {instancePath:instancePath+"/kubernetesVersion",schemaPath:"#/properties/kubernetesVersion/type",keyword:"type",params:{type: "string"},schema:schema10.properties.kubernetesVersion.type,parentSchema:schema10.properties.kubernetesVersion,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.network !== undefined){
if(!(validate29(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.access !== undefined){
if(!(validate46(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
if(data.nodeGroups !== undefined){
let data5 = data.nodeGroups;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate51(data5[i0], {instancePath:instancePath+"/nodeGroups/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/nodeGroups",schemaPath:"#/properties/nodeGroups/type",keyword:"type",params:{type: "array"},schema:schema10.properties.nodeGroups.type,parentSchema:schema10.properties.nodeGroups,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.autoscaling !== undefined){
if(!(validate95(data.autoscaling, {instancePath:instancePath+"/autoscaling",parentData:data,parentDataProperty:"autoscaling",rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
if(data.storage !== undefined){
if(!(validate97(data.storage, {instancePath:instancePath+"/storage",parentData:data,parentDataProperty:"storage",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
if(data.encryption !== undefined){
if(!(validate111(data.encryption, {instancePath:instancePath+"/encryption",parentData:data,parentDataProperty:"encryption",rootData}))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
if(data.loadBalancing !== undefined){
if(!(validate113(data.loadBalancing, {instancePath:instancePath+"/loadBalancing",parentData:data,parentDataProperty:"loadBalancing",rootData}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
}
if(data.dns !== undefined){
if(!(validate115(data.dns, {instancePath:instancePath+"/dns",parentData:data,parentDataProperty:"dns",rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
if(data.workloadIdentities !== undefined){
let data12 = data.workloadIdentities;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(!(validate117(data12[i1], {instancePath:instancePath+"/workloadIdentities/" + i1,parentData:data12,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/workloadIdentities",schemaPath:"#/properties/workloadIdentities/type",keyword:"type",params:{type: "array"},schema:schema10.properties.workloadIdentities.type,parentSchema:schema10.properties.workloadIdentities,data:data12};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.observability !== undefined){
if(!(validate123(data.observability, {instancePath:instancePath+"/observability",parentData:data,parentDataProperty:"observability",rootData}))){
vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
errors = vErrors.length;
}
}
if(data.protection !== undefined){
let data15 = data.protection;
if(typeof data15 !== "boolean"){
const err12 = {instancePath:instancePath+"/protection",schemaPath:"#/properties/protection/type",keyword:"type",params:{type: "boolean"},schema:schema10.properties.protection.type,parentSchema:schema10.properties.protection,data:data15};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.tags !== undefined){
let data16 = data.tags;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key1 in data16){
let data17 = data16[key1];
if(typeof data17 !== "string"){
const err13 = {instancePath:instancePath+"/tags/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema10.properties.tags.additionalProperties.type,parentSchema:schema10.properties.tags.additionalProperties,data:data17};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema10.properties.tags.type,parentSchema:schema10.properties.tags,data:data16};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.platform !== undefined){
let data18 = data.platform;
if(typeof data18 !== "string"){
const err15 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/type",keyword:"type",params:{type: "string"},schema:schema10.properties.platform.type,parentSchema:schema10.properties.platform,data:data18};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if("eks" !== data18){
const err16 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/const",keyword:"const",params:{allowedValue: "eks"},schema:"eks",parentSchema:schema10.properties.platform,data:data18};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.upgrades !== undefined){
if(!(validate127(data.upgrades, {instancePath:instancePath+"/upgrades",parentData:data,parentDataProperty:"upgrades",rootData}))){
vErrors = vErrors === null ? validate127.errors : vErrors.concat(validate127.errors);
errors = vErrors.length;
}
}
if(data.eks !== undefined){
if(!(validate129(data.eks, {instancePath:instancePath+"/eks",parentData:data,parentDataProperty:"eks",rootData}))){
vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema10.type,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}

