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
const schema10 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the cluster, unique in its environment. In an environment file the cloud knows the cluster as `<environment>-<name>`, which is also the id of its stack.\n\nLimits: starts with a letter; letters, digits and `-`. The platform limits the length of the whole."},"region":{"type":"string","description":"Region of the cloud, e.g. `us-east-1`. A literal: it decides zone names and partitions."},"kubernetesVersion":{"type":"string","description":"Kubernetes minor version as a string, e.g. `\"1.35\"` (quoted: YAML reads 1.30 as the number 1.3)."},"network":{"$ref":"#/definitions/EksNetworkSpec","description":"Addresses, zones and the way out. Left out: a new network of 10.0.0.0/16 over three zones."},"access":{"$ref":"#/definitions/EksAccessSpec","description":"Who may reach the API server, and who may do what there."},"nodeGroups":{"type":"array","items":{"$ref":"#/definitions/EksNodeGroupSpec"},"description":"The workers, in groups of like machines."},"autoscaling":{"$ref":"#/definitions/Autoscaling","description":"Who changes the number of nodes of groups that have a size range.\n\n- `none`: nobody; the range is only a bound for people.\n- `cluster-autoscaler`: the Kubernetes Cluster Autoscaler; its permissions and the tags it reads are made here,   the program itself is installed in the cluster.","default":"cluster-autoscaler"},"storage":{"$ref":"#/definitions/EksStorageSpec","description":"Persistent storage for workloads."},"encryption":{"$ref":"#/definitions/EksEncryptionSpec","description":"Keys for what the cluster stores."},"loadBalancing":{"$ref":"#/definitions/EksLoadBalancingSpec","description":"Load balancers that the cluster makes for its services."},"dns":{"$ref":"#/definitions/EksDnsSpec","description":"Names that the cluster gives to its services."},"workloadIdentities":{"type":"array","items":{"$ref":"#/definitions/EksWorkloadIdentitySpec"},"description":"Workloads that act in the cloud, and what they may do there."},"observability":{"$ref":"#/definitions/EksObservabilitySpec","description":"What the control plane and the network write down, and for how long."},"protection":{"type":"boolean","description":"Guards against losing the cluster: the cloud's deletion protection and Terraform's `prevent_destroy`, one switch. A destroy needs an apply with `protection: false` first.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags on everything that can carry them. Keys and values as the cloud takes them."},"platform":{"type":"string","const":"eks","description":"Amazon Elastic Kubernetes Service."},"upgrades":{"$ref":"#/definitions/EksUpgradesSpec","description":"How long this Kubernetes version may run."},"eks":{"$ref":"#/definitions/EksOptions","description":"What only EKS has."}},"required":["access","kubernetesVersion","name","nodeGroups","platform","region"],"additionalProperties":false,"description":"An EKS cluster, as an environment file describes it."};
const func2 = Object.prototype.hasOwnProperty;
const schema11 = {"type":"object","properties":{"cidr":{"type":"string","description":"IPv4 range of a new VPC, /16 to /22. The subnets of six zones find room in it: for each zone a private one of an eighth (nodes and pods: the VPC CNI gives every pod an address of its subnet), and a public and an intra one (control-plane interfaces) of a 64th each.","default":"10.0.0.0/16"},"zones":{"anyOf":[{"type":"number"},{"type":"array","items":{"type":"string"}}],"description":"Availability zones: how many, or their names. A number takes the region's first zones in order.\n\nA zone that is added later gets subnets and, with `spread: per-zone`, node groups of its own; node groups that are one over all zones are replaced, the new ones first. The control plane stays in the zones it was made in.","default":3},"nat":{"$ref":"#/definitions/Nat","description":"How private nodes reach the internet.\n\n- `none`: not at all; what they need must come through endpoints.\n- `single`: one gateway in the first zone. Cheap; a failure of that zone cuts off all, and traffic crosses zones.\n- `per-zone`: one gateway in each zone.\n- `regional`: one gateway that the cloud itself spreads over the zones.","default":"per-zone"},"serviceCidr":{"type":"string","description":"IPv4 range of Kubernetes services. Immutable. Left out: the platform chooses one beside the network's."},"endpoints":{"type":"array","items":{"$ref":"#/definitions/EksEndpoint"},"description":"Interface endpoints to make, by the short name of their service, e.g. `ecr.api`. They keep traffic to AWS inside the VPC, and cost per zone and hour. The S3 gateway endpoint is always there; it is free.","default":[]},"flowLogs":{"type":"boolean","description":"Records of all traffic in the VPC, in CloudWatch Logs.","default":true},"existing":{"$ref":"#/definitions/EksExistingNetwork","description":"A VPC that is there already; then nothing else is said about the network but `serviceCidr`."}},"additionalProperties":false,"description":"A new VPC, or an existing one."};
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

const schema13 = {"type":"string","enum":["autoscaling","ec2","ecr.api","ecr.dkr","eks","eks-auth","elasticloadbalancing","kms","logs","ssm","ssmmessages","ec2messages","sts"],"description":"Services that nodes and core add-ons talk to, and that have interface endpoints."};

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
if(!(((((((((((((data === "autoscaling") || (data === "ec2")) || (data === "ecr.api")) || (data === "ecr.dkr")) || (data === "eks")) || (data === "eks-auth")) || (data === "elasticloadbalancing")) || (data === "kms")) || (data === "logs")) || (data === "ssm")) || (data === "ssmmessages")) || (data === "ec2messages")) || (data === "sts"))){
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

const schema14 = {"type":"object","properties":{"vpcId":{"type":"string","description":"Id of the VPC. DNS support and DNS host names must be on."},"cidr":{"type":"string","description":"IPv4 range of the VPC; checked against the service range when given."},"nodeSubnets":{"type":"array","items":{"$ref":"#/definitions/EksExistingSubnet"},"description":"Subnets of nodes and pods, in at least two zones."},"controlPlaneSubnetIds":{"type":"array","items":{"type":"string"},"description":"Ids of at least two subnets for the control plane's interfaces. Left out: the node subnets."}},"required":["vpcId","nodeSubnets"],"additionalProperties":false,"description":"A VPC that is there already. Its subnets need routes to what nodes use, and tags for load balancers."};
const schema15 = {"type":"object","properties":{"id":{"type":"string","description":"Id of the subnet, `subnet-…`."},"zone":{"type":"string","description":"Name of its zone, a literal: it decides the spread of node groups."},"cidr":{"type":"string","description":"Its IPv4 range; when given, room for nodes and pods is checked."}},"required":["id","zone"],"additionalProperties":false,"description":"A subnet that is there already."};

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.zone === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zone"},schema:schema15.required,parentSchema:schema15,data};
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
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema15.properties.id.type,parentSchema:schema15.properties.id,data:data0};
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
const err4 = {instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},schema:schema15.properties.zone.type,parentSchema:schema15.properties.zone,data:data1};
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
const err5 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema15.properties.cidr.type,parentSchema:schema15.properties.cidr,data:data2};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.vpcId === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vpcId"},schema:schema14.required,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.nodeSubnets === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeSubnets"},schema:schema14.required,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "vpcId") || (key0 === "cidr")) || (key0 === "nodeSubnets")) || (key0 === "controlPlaneSubnetIds"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema14,data};
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
const err3 = {instancePath:instancePath+"/vpcId",schemaPath:"#/properties/vpcId/type",keyword:"type",params:{type: "string"},schema:schema14.properties.vpcId.type,parentSchema:schema14.properties.vpcId,data:data0};
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
const err4 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema14.properties.cidr.type,parentSchema:schema14.properties.cidr,data:data1};
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
if(!(validate35(data2[i0], {instancePath:instancePath+"/nodeSubnets/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/nodeSubnets",schemaPath:"#/properties/nodeSubnets/type",keyword:"type",params:{type: "array"},schema:schema14.properties.nodeSubnets.type,parentSchema:schema14.properties.nodeSubnets,data:data2};
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
const err6 = {instancePath:instancePath+"/controlPlaneSubnetIds/" + i1,schemaPath:"#/properties/controlPlaneSubnetIds/items/type",keyword:"type",params:{type: "string"},schema:schema14.properties.controlPlaneSubnetIds.items.type,parentSchema:schema14.properties.controlPlaneSubnetIds.items,data:data5};
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
const err7 = {instancePath:instancePath+"/controlPlaneSubnetIds",schemaPath:"#/properties/controlPlaneSubnetIds/type",keyword:"type",params:{type: "array"},schema:schema14.properties.controlPlaneSubnetIds.type,parentSchema:schema14.properties.controlPlaneSubnetIds,data:data4};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "cidr") || (key0 === "zones")) || (key0 === "nat")) || (key0 === "serviceCidr")) || (key0 === "endpoints")) || (key0 === "flowLogs")) || (key0 === "existing"))){
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
if(data.endpoints !== undefined){
let data5 = data.endpoints;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate32(data5[i1], {instancePath:instancePath+"/endpoints/" + i1,parentData:data5,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/endpoints",schemaPath:"#/properties/endpoints/type",keyword:"type",params:{type: "array"},schema:schema11.properties.endpoints.type,parentSchema:schema11.properties.endpoints,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.flowLogs !== undefined){
let data7 = data.flowLogs;
if(typeof data7 !== "boolean"){
const err8 = {instancePath:instancePath+"/flowLogs",schemaPath:"#/properties/flowLogs/type",keyword:"type",params:{type: "boolean"},schema:schema11.properties.flowLogs.type,parentSchema:schema11.properties.flowLogs,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.existing !== undefined){
if(!(validate34(data.existing, {instancePath:instancePath+"/existing",parentData:data,parentDataProperty:"existing",rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema16 = {"type":"object","properties":{"private":{"type":"boolean","description":"The API server answers inside the network, which is how nodes reach it. `false` is possible only where the public address is open to all, since nodes then come in from outside.","default":true},"publicFrom":{"type":"array","items":{"type":"string"},"description":"IPv4 ranges from which the API server's public address may be reached. Empty: there is no public address.","default":[]},"admins":{"type":"array","items":{"type":"string"},"description":"ARNs of IAM roles or users with all rights (AmazonEKSClusterAdminPolicy). `[]` says on purpose: nobody."},"editors":{"type":"array","items":{"$ref":"#/definitions/AccessGrant"},"description":"Principals that may change workloads, everywhere or in some namespaces."},"viewers":{"type":"array","items":{"$ref":"#/definitions/AccessGrant"},"description":"Principals that may look, everywhere or in some namespaces."}},"required":["admins"],"additionalProperties":false,"description":"Who may reach the API server, and who may do what there; principals are ARNs of IAM roles or users."};
const schema17 = {"type":"object","properties":{"principal":{"type":"string","description":"The principal, as the platform's identity service names it."},"namespaces":{"type":"array","items":{"type":"string"},"description":"Namespaces that the right is limited to; `*` stands for any run of characters. Left out: the whole cluster."}},"required":["principal"],"additionalProperties":false,"description":"A right in the cluster, everywhere or in some namespaces."};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.principal === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "principal"},schema:schema17.required,parentSchema:schema17,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema17,data};
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
const err2 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/type",keyword:"type",params:{type: "string"},schema:schema17.properties.principal.type,parentSchema:schema17.properties.principal,data:data0};
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
const err3 = {instancePath:instancePath+"/namespaces/" + i0,schemaPath:"#/properties/namespaces/items/type",keyword:"type",params:{type: "string"},schema:schema17.properties.namespaces.items.type,parentSchema:schema17.properties.namespaces.items,data:data2};
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
const err4 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/type",keyword:"type",params:{type: "array"},schema:schema17.properties.namespaces.type,parentSchema:schema17.properties.namespaces,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}


function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.admins === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "admins"},schema:schema16.required,parentSchema:schema16,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema16,data};
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
const err2 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/type",keyword:"type",params:{type: "boolean"},schema:schema16.properties.private.type,parentSchema:schema16.properties.private,data:data0};
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
const err3 = {instancePath:instancePath+"/publicFrom/" + i0,schemaPath:"#/properties/publicFrom/items/type",keyword:"type",params:{type: "string"},schema:schema16.properties.publicFrom.items.type,parentSchema:schema16.properties.publicFrom.items,data:data2};
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
const err4 = {instancePath:instancePath+"/publicFrom",schemaPath:"#/properties/publicFrom/type",keyword:"type",params:{type: "array"},schema:schema16.properties.publicFrom.type,parentSchema:schema16.properties.publicFrom,data:data1};
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
const err5 = {instancePath:instancePath+"/admins/" + i1,schemaPath:"#/properties/admins/items/type",keyword:"type",params:{type: "string"},schema:schema16.properties.admins.items.type,parentSchema:schema16.properties.admins.items,data:data4};
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
const err6 = {instancePath:instancePath+"/admins",schemaPath:"#/properties/admins/type",keyword:"type",params:{type: "array"},schema:schema16.properties.admins.type,parentSchema:schema16.properties.admins,data:data3};
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
if(!(validate40(data5[i2], {instancePath:instancePath+"/editors/" + i2,parentData:data5,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/editors",schemaPath:"#/properties/editors/type",keyword:"type",params:{type: "array"},schema:schema16.properties.editors.type,parentSchema:schema16.properties.editors,data:data5};
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
if(!(validate40(data7[i3], {instancePath:instancePath+"/viewers/" + i3,parentData:data7,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/viewers",schemaPath:"#/properties/viewers/type",keyword:"type",params:{type: "array"},schema:schema16.properties.viewers.type,parentSchema:schema16.properties.viewers,data:data7};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the group, unique in its cluster: lower-case letters, digits and `-`, starting with a letter."},"machineTypes":{"type":"array","items":{"type":"string"},"description":"Machine types, in order of preference. All of one processor architecture."},"size":{"anyOf":[{"type":"number"},{"$ref":"#/definitions/SizeRange"}],"description":"Number of nodes: **the total over all zones**. A number is fixed, and Terraform holds it. A range means that an autoscaler owns the number between its ends: the group starts at `min` and Terraform ignores later changes. So `min` can't be raised above the number of nodes that there are: let the autoscaler or the console add them first."},"capacity":{"$ref":"#/definitions/Capacity","description":"`on-demand`, or `spot`: cheap machines that the cloud takes back at two minutes' notice.","default":"on-demand"},"zones":{"type":"array","items":{"type":"string"},"description":"Names of the zones of this group. Left out: all zones of the network."},"spread":{"$ref":"#/definitions/Spread","description":"- `one-group`: one native group over all its zones; the cloud balances, the autoscaler sees one pool.\n- `per-zone`: one native group in each zone, the total dealt out evenly (10 becomes 4, 3, 3). Right for   workloads with zonal disks: the autoscaler then knows in which zone a new node will be.","default":"one-group"},"disk":{"$ref":"#/definitions/EksDiskSpec","description":"System disk of each node. Always encrypted."},"labels":{"type":"object","additionalProperties":{"type":"string"},"description":"Kubernetes labels of the nodes."},"taints":{"type":"array","items":{"$ref":"#/definitions/Taint"},"description":"Kubernetes taints of the nodes."},"maxPods":{"type":"number","description":"Highest number of pods on a node, 10 to 250. Left out: what the platform computes for the machine type."},"upgrade":{"$ref":"#/definitions/NodeUpgradeSpec","description":"How many nodes at once an upgrade may take away."},"repair":{"type":"boolean","description":"The cloud replaces nodes that stay unhealthy.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags of this group's machines, disks and interfaces, beside the cluster's."},"image":{"$ref":"#/definitions/EksImageSpec","description":"System image of the nodes."},"userData":{"type":"string","description":"What a node does when it first starts, beside joining the cluster. For `al2023`: a shell script (`#!…`), or a `NodeConfig` document of `node.eks.aws`. For `bottlerocket`: TOML settings.\n\nLimits: 16 KiB with all that is added to it. Visible to anyone who may read launch templates: no secrets."}},"additionalProperties":false,"required":["machineTypes","name","size"],"description":"Workers of one kind: an EKS managed node group, or one per zone."};
const schema19 = {"type":"object","properties":{"min":{"type":"number","description":"Fewest nodes; the group starts with as many. May be 0."},"max":{"type":"number","description":"Most nodes; at least 1 and not below `min`."}},"required":["min","max"],"additionalProperties":false,"description":"Bounds of the number of nodes of a group, over all its zones."};

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.min === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "min"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.max === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "max"},schema:schema19.required,parentSchema:schema19,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema19,data};
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
const err3 = {instancePath:instancePath+"/min",schemaPath:"#/properties/min/type",keyword:"type",params:{type: "number"},schema:schema19.properties.min.type,parentSchema:schema19.properties.min,data:data0};
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
const err4 = {instancePath:instancePath+"/max",schemaPath:"#/properties/max/type",keyword:"type",params:{type: "number"},schema:schema19.properties.max.type,parentSchema:schema19.properties.max,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}

const schema20 = {"type":"string","enum":["on-demand","spot"],"description":"See  {@link  NodeGroupSpec.capacity } ."};

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "on-demand") || (data === "spot"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema20.enum},schema:schema20.enum,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}

const schema21 = {"type":"string","enum":["one-group","per-zone"],"description":"See  {@link  NodeGroupSpec.spread } ."};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "one-group") || (data === "per-zone"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema21.enum},schema:schema21.enum,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}

const schema22 = {"type":"object","properties":{"sizeGiB":{"type":"number","description":"Size in GiB.","default":50},"type":{"type":"string","enum":["gp3","io1","io2"],"description":"Volume type.","default":"gp3"},"iops":{"type":"number","description":"Provisioned operations a second. Left out: 3000 for gp3; required for io1 and io2."},"throughputMiBps":{"type":"number","description":"Provisioned throughput in MiB/s, gp3 only. Left out: 125."},"kmsKeyArn":{"type":"string","description":"ARN of the key that encrypts the volume. Its policy must let the service-linked role of EC2 Auto Scaling use it. Left out: the key of `encryption.disks`."}},"additionalProperties":false,"description":"System disk of a node: an EBS volume, always encrypted. On Bottlerocket the size is that of the data volume."};

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "sizeGiB") || (key0 === "type")) || (key0 === "iops")) || (key0 === "throughputMiBps")) || (key0 === "kmsKeyArn"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema22,data};
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
const err1 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema22.properties.sizeGiB.type,parentSchema:schema22.properties.sizeGiB,data:data0};
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
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema22.properties.type.type,parentSchema:schema22.properties.type,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data1 === "gp3") || (data1 === "io1")) || (data1 === "io2"))){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema22.properties.type.enum},schema:schema22.properties.type.enum,parentSchema:schema22.properties.type,data:data1};
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
const err4 = {instancePath:instancePath+"/iops",schemaPath:"#/properties/iops/type",keyword:"type",params:{type: "number"},schema:schema22.properties.iops.type,parentSchema:schema22.properties.iops,data:data2};
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
const err5 = {instancePath:instancePath+"/throughputMiBps",schemaPath:"#/properties/throughputMiBps/type",keyword:"type",params:{type: "number"},schema:schema22.properties.throughputMiBps.type,parentSchema:schema22.properties.throughputMiBps,data:data3};
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
const err6 = {instancePath:instancePath+"/kmsKeyArn",schemaPath:"#/properties/kmsKeyArn/type",keyword:"type",params:{type: "string"},schema:schema22.properties.kmsKeyArn.type,parentSchema:schema22.properties.kmsKeyArn,data:data4};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}

const schema23 = {"type":"object","properties":{"key":{"type":"string","description":"Qualified name, e.g. `dedicated` or `example.com/gpu`."},"value":{"type":"string","description":"Up to 63 characters."},"effect":{"$ref":"#/definitions/TaintEffect","description":"What happens to pods that do not tolerate the taint."}},"required":["key","effect"],"additionalProperties":false,"description":"A Kubernetes taint, in Kubernetes' own spelling."};
const schema24 = {"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute"],"description":"See  {@link  Taint.effect } ."};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!(((data === "NoSchedule") || (data === "PreferNoSchedule")) || (data === "NoExecute"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema24.enum},schema:schema24.enum,parentSchema:schema24,data};
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


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},schema:schema23.required,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.effect === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "effect"},schema:schema23.required,parentSchema:schema23,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema23,data};
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
const err3 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},schema:schema23.properties.key.type,parentSchema:schema23.properties.key,data:data0};
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
const err4 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"},schema:schema23.properties.value.type,parentSchema:schema23.properties.value,data:data1};
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
if(!(validate54(data.effect, {instancePath:instancePath+"/effect",parentData:data,parentDataProperty:"effect",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}

const schema25 = {"type":"object","properties":{"maxUnavailable":{"type":"number","description":"Nodes that may be unavailable at once, 1 to 100."},"maxUnavailablePercent":{"type":"number","description":"The same as a percentage of the group, 1 to 100.","default":33}},"additionalProperties":false,"description":"Pace of an upgrade of a node group. One of the two."};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "maxUnavailable") || (key0 === "maxUnavailablePercent"))){
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
if(data.maxUnavailable !== undefined){
let data0 = data.maxUnavailable;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/maxUnavailable",schemaPath:"#/properties/maxUnavailable/type",keyword:"type",params:{type: "number"},schema:schema25.properties.maxUnavailable.type,parentSchema:schema25.properties.maxUnavailable,data:data0};
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
const err2 = {instancePath:instancePath+"/maxUnavailablePercent",schemaPath:"#/properties/maxUnavailablePercent/type",keyword:"type",params:{type: "number"},schema:schema25.properties.maxUnavailablePercent.type,parentSchema:schema25.properties.maxUnavailablePercent,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}

const schema26 = {"type":"object","properties":{"family":{"$ref":"#/definitions/EksImageFamily","description":"`al2023` is Amazon Linux 2023, `bottlerocket` a minimal system made for containers, changed through settings only.","default":"al2023"},"architecture":{"$ref":"#/definitions/EksArchitecture","description":"Processor architecture. Left out: that of the machine types."},"release":{"type":"string","description":"Release of the image, e.g. `1.35.0-20260120`; `latest` looks the newest one up at every plan, so that nodes are replaced when AWS releases one. Left out: the release that this version of the library is pinned to."}},"additionalProperties":false,"description":"System image of the nodes."};
const schema27 = {"type":"string","enum":["al2023","bottlerocket"],"description":"See  {@link  EksImageSpec.family } ."};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!((data === "al2023") || (data === "bottlerocket"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema27.enum},schema:schema27.enum,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}

const schema28 = {"type":"string","enum":["x86_64","arm64"],"description":"See  {@link  EksImageSpec.architecture } ."};

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "x86_64") || (data === "arm64"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema28.enum},schema:schema28.enum,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}


function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "family") || (key0 === "architecture")) || (key0 === "release"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema26,data};
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
if(!(validate60(data.family, {instancePath:instancePath+"/family",parentData:data,parentDataProperty:"family",rootData}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data.architecture !== undefined){
if(!(validate62(data.architecture, {instancePath:instancePath+"/architecture",parentData:data,parentDataProperty:"architecture",rootData}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
if(data.release !== undefined){
let data2 = data.release;
if(typeof data2 !== "string"){
const err1 = {instancePath:instancePath+"/release",schemaPath:"#/properties/release/type",keyword:"type",params:{type: "string"},schema:schema26.properties.release.type,parentSchema:schema26.properties.release,data:data2};
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
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate59.errors = vErrors;
return errors === 0;
}


function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.machineTypes === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "machineTypes"},schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.size === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema18.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema18,data};
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
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema18.properties.name.type,parentSchema:schema18.properties.name,data:data0};
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
const err5 = {instancePath:instancePath+"/machineTypes/" + i0,schemaPath:"#/properties/machineTypes/items/type",keyword:"type",params:{type: "string"},schema:schema18.properties.machineTypes.items.type,parentSchema:schema18.properties.machineTypes.items,data:data2};
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
const err6 = {instancePath:instancePath+"/machineTypes",schemaPath:"#/properties/machineTypes/type",keyword:"type",params:{type: "array"},schema:schema18.properties.machineTypes.type,parentSchema:schema18.properties.machineTypes,data:data1};
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
const err7 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema18.properties.size.anyOf[0].type,parentSchema:schema18.properties.size.anyOf[0],data:data3};
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
if(!(validate45(data3, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
var _valid0 = _errs12 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err8 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf",keyword:"anyOf",params:{},schema:schema18.properties.size.anyOf,parentSchema:schema18.properties.size,data:data3};
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
if(!(validate47(data.capacity, {instancePath:instancePath+"/capacity",parentData:data,parentDataProperty:"capacity",rootData}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
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
const err9 = {instancePath:instancePath+"/zones/" + i1,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema18.properties.zones.items.type,parentSchema:schema18.properties.zones.items,data:data6};
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
const err10 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema18.properties.zones.type,parentSchema:schema18.properties.zones,data:data5};
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
if(!(validate49(data.spread, {instancePath:instancePath+"/spread",parentData:data,parentDataProperty:"spread",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.disk !== undefined){
if(!(validate51(data.disk, {instancePath:instancePath+"/disk",parentData:data,parentDataProperty:"disk",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data9 = data.labels;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
let data10 = data9[key1];
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema18.properties.labels.additionalProperties.type,parentSchema:schema18.properties.labels.additionalProperties,data:data10};
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
const err12 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},schema:schema18.properties.labels.type,parentSchema:schema18.properties.labels,data:data9};
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
if(!(validate53(data11[i2], {instancePath:instancePath+"/taints/" + i2,parentData:data11,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/taints",schemaPath:"#/properties/taints/type",keyword:"type",params:{type: "array"},schema:schema18.properties.taints.type,parentSchema:schema18.properties.taints,data:data11};
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
const err14 = {instancePath:instancePath+"/maxPods",schemaPath:"#/properties/maxPods/type",keyword:"type",params:{type: "number"},schema:schema18.properties.maxPods.type,parentSchema:schema18.properties.maxPods,data:data13};
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
if(!(validate57(data.upgrade, {instancePath:instancePath+"/upgrade",parentData:data,parentDataProperty:"upgrade",rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.repair !== undefined){
let data15 = data.repair;
if(typeof data15 !== "boolean"){
const err15 = {instancePath:instancePath+"/repair",schemaPath:"#/properties/repair/type",keyword:"type",params:{type: "boolean"},schema:schema18.properties.repair.type,parentSchema:schema18.properties.repair,data:data15};
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
const err16 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema18.properties.tags.additionalProperties.type,parentSchema:schema18.properties.tags.additionalProperties,data:data17};
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
const err17 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema18.properties.tags.type,parentSchema:schema18.properties.tags,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.image !== undefined){
if(!(validate59(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.userData !== undefined){
let data19 = data.userData;
if(typeof data19 !== "string"){
const err18 = {instancePath:instancePath+"/userData",schemaPath:"#/properties/userData/type",keyword:"type",params:{type: "string"},schema:schema18.properties.userData.type,parentSchema:schema18.properties.userData,data:data19};
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
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}

const schema29 = {"type":"string","enum":["none","cluster-autoscaler"],"description":"See  {@link  ClusterSpec.autoscaling } ."};

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
if(!((data === "none") || (data === "cluster-autoscaler"))){
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

const schema30 = {"type":"object","properties":{"block":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/EksBlockStorageSpec"}],"description":"Block volumes for single pods: the platform's CSI driver with the permissions it needs."},"file":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/EksFileStorageSpec"}],"description":"A file system that pods of all zones share: made here, encrypted, open to nodes alone, with its driver."},"object":{"$ref":"#/definitions/EksObjectStorageSpec","description":"Object storage as a file system: the driver, with rights on the buckets that are named."},"snapshots":{"type":"boolean","description":"Snapshots of block volumes as Kubernetes objects: the snapshot controller with its resource definitions.","default":false},"backup":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/EksBackupSpec"}],"description":"Copies of the volumes and of the shared file system at fixed times, in a vault of their own that outlives a mistake in the cluster."},"lustre":{"$ref":"#/definitions/EksLustreSpec","description":"A Lustre file system for work that reads a lot at once: made here with Amazon FSx, with its driver."}},"additionalProperties":false,"description":"Persistent storage for workloads."};
const schema31 = {"type":"object","properties":{"defaultClass":{"type":"boolean","description":"The driver makes `ebs-csi-default-sc` and marks it as the default class. It is gp3 and takes no settings: its volumes are encrypted only where the account encrypts EBS volumes by default, and never with the key of `encryption.disks`. For a class that says both, see the stack's output `storage_manifests`.","default":false}},"additionalProperties":false,"description":"EBS volumes for pods, through the EBS CSI driver."};

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "defaultClass")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema31,data};
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
const err1 = {instancePath:instancePath+"/defaultClass",schemaPath:"#/properties/defaultClass/type",keyword:"type",params:{type: "boolean"},schema:schema31.properties.defaultClass.type,parentSchema:schema31.properties.defaultClass,data:data0};
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
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate69.errors = vErrors;
return errors === 0;
}

const schema32 = {"type":"object","properties":{"keyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region; the account's `aws/elasticfilesystem` when left out. Immutable."},"accessPoints":{"type":"object","additionalProperties":{"$ref":"#/definitions/EksAccessPointSpec"},"description":"Doors into directories of the file system, by name; each acts as one POSIX user."}},"additionalProperties":false,"description":"An EFS file system with a mount target in each zone of the nodes."};
const schema33 = {"type":"object","properties":{"path":{"type":"string","description":"The directory, from the root: at most four levels and 100 characters. Made when it is not there."},"uid":{"type":"number","description":"POSIX user that everyone acts as who comes in here, 0 to 4294967295."},"gid":{"type":"number","description":"POSIX group, likewise."},"permissions":{"type":"string","description":"Permissions of a directory that is made, as octal digits.","default":"0750"}},"required":["path","uid","gid"],"additionalProperties":false,"description":"A door into a directory of a file system. All of it is immutable: an edit makes a new door into the same files."};

function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.uid === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uid"},schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.gid === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gid"},schema:schema33.required,parentSchema:schema33,data};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema33,data};
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
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema33.properties.path.type,parentSchema:schema33.properties.path,data:data0};
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
const err5 = {instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/type",keyword:"type",params:{type: "number"},schema:schema33.properties.uid.type,parentSchema:schema33.properties.uid,data:data1};
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
const err6 = {instancePath:instancePath+"/gid",schemaPath:"#/properties/gid/type",keyword:"type",params:{type: "number"},schema:schema33.properties.gid.type,parentSchema:schema33.properties.gid,data:data2};
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
const err7 = {instancePath:instancePath+"/permissions",schemaPath:"#/properties/permissions/type",keyword:"type",params:{type: "string"},schema:schema33.properties.permissions.type,parentSchema:schema33.properties.permissions,data:data3};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}


function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "keyId") || (key0 === "accessPoints"))){
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
if(data.keyId !== undefined){
let data0 = data.keyId;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema32.properties.keyId.type,parentSchema:schema32.properties.keyId,data:data0};
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
if(!(validate72(data1[key1], {instancePath:instancePath+"/accessPoints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data1,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/accessPoints",schemaPath:"#/properties/accessPoints/type",keyword:"type",params:{type: "object"},schema:schema32.properties.accessPoints.type,parentSchema:schema32.properties.accessPoints,data:data1};
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
validate71.errors = vErrors;
return errors === 0;
}

const schema34 = {"type":"object","properties":{"buckets":{"type":"array","items":{"type":"string"},"description":"ARNs of general purpose buckets, e.g. `arn:aws:s3:::models`. At least one."},"readOnly":{"type":"boolean","description":"Pods may read, and change nothing.","default":false},"keyIds":{"type":"array","items":{"type":"string"},"description":"ARNs of the keys that encrypt the buckets' objects, where these are keys of your account."}},"required":["buckets"],"additionalProperties":false,"description":"S3 buckets as file systems, through Mountpoint for Amazon S3."};

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.buckets === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "buckets"},schema:schema34.required,parentSchema:schema34,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema34,data};
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
const err2 = {instancePath:instancePath+"/buckets/" + i0,schemaPath:"#/properties/buckets/items/type",keyword:"type",params:{type: "string"},schema:schema34.properties.buckets.items.type,parentSchema:schema34.properties.buckets.items,data:data1};
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
const err3 = {instancePath:instancePath+"/buckets",schemaPath:"#/properties/buckets/type",keyword:"type",params:{type: "array"},schema:schema34.properties.buckets.type,parentSchema:schema34.properties.buckets,data:data0};
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
const err4 = {instancePath:instancePath+"/readOnly",schemaPath:"#/properties/readOnly/type",keyword:"type",params:{type: "boolean"},schema:schema34.properties.readOnly.type,parentSchema:schema34.properties.readOnly,data:data2};
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
const err5 = {instancePath:instancePath+"/keyIds/" + i1,schemaPath:"#/properties/keyIds/items/type",keyword:"type",params:{type: "string"},schema:schema34.properties.keyIds.items.type,parentSchema:schema34.properties.keyIds.items,data:data4};
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
const err6 = {instancePath:instancePath+"/keyIds",schemaPath:"#/properties/keyIds/type",keyword:"type",params:{type: "array"},schema:schema34.properties.keyIds.type,parentSchema:schema34.properties.keyIds,data:data3};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}

const schema35 = {"type":"object","properties":{"schedule":{"type":"string","description":"A `cron(…)` expression of AWS, in UTC.","default":"cron(0 3 * * ? *)"},"retentionDays":{"type":"number","description":"Days for which a copy is kept.","default":35},"keyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region; a new one when left out. Immutable."}},"additionalProperties":false,"description":"Copies of volumes and file systems with AWS Backup."};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "schedule") || (key0 === "retentionDays")) || (key0 === "keyId"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema35,data};
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
const err1 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "string"},schema:schema35.properties.schedule.type,parentSchema:schema35.properties.schedule,data:data0};
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
const err2 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema35.properties.retentionDays.type,parentSchema:schema35.properties.retentionDays,data:data1};
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
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema35.properties.keyId.type,parentSchema:schema35.properties.keyId,data:data2};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}

const schema36 = {"type":"object","properties":{"sizeGiB":{"type":"number","description":"Size in GiB: 1200, or a multiple of 2400. It can grow."},"throughputPerTiB":{"type":"number","description":"Throughput in MB/s for each TiB: 125, 250, 500 or 1000.","default":125},"zone":{"type":"string","description":"Name of its zone, one of the nodes'. Left out: their first. Immutable."},"keyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region; the account's `aws/fsx` when left out. Immutable."},"backupDays":{"type":"number","description":"Days for which FSx keeps its daily backups, 0 (none) to 90.","default":7}},"required":["sizeGiB"],"additionalProperties":false,"description":"An Amazon FSx for Lustre file system of the kind PERSISTENT_2 on SSDs. It lives in one zone; pods of other zones reach it, slower and at a price."};

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sizeGiB === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sizeGiB"},schema:schema36.required,parentSchema:schema36,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema36,data};
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
const err2 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema36.properties.sizeGiB.type,parentSchema:schema36.properties.sizeGiB,data:data0};
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
const err3 = {instancePath:instancePath+"/throughputPerTiB",schemaPath:"#/properties/throughputPerTiB/type",keyword:"type",params:{type: "number"},schema:schema36.properties.throughputPerTiB.type,parentSchema:schema36.properties.throughputPerTiB,data:data1};
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
const err4 = {instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},schema:schema36.properties.zone.type,parentSchema:schema36.properties.zone,data:data2};
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
const err5 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema36.properties.keyId.type,parentSchema:schema36.properties.keyId,data:data3};
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
const err6 = {instancePath:instancePath+"/backupDays",schemaPath:"#/properties/backupDays/type",keyword:"type",params:{type: "number"},schema:schema36.properties.backupDays.type,parentSchema:schema36.properties.backupDays,data:data4};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate79.errors = vErrors;
return errors === 0;
}


function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "block") || (key0 === "file")) || (key0 === "object")) || (key0 === "snapshots")) || (key0 === "backup")) || (key0 === "lustre"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema30,data};
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
const err1 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema30.properties.block.anyOf[0].type,parentSchema:schema30.properties.block.anyOf[0],data:data0};
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
if(!(validate69(data0, {instancePath:instancePath+"/block",parentData:data,parentDataProperty:"block",rootData}))){
vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err2 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf",keyword:"anyOf",params:{},schema:schema30.properties.block.anyOf,parentSchema:schema30.properties.block,data:data0};
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
const err3 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema30.properties.file.anyOf[0].type,parentSchema:schema30.properties.file.anyOf[0],data:data1};
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
if(!(validate71(data1, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
var _valid1 = _errs11 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err4 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf",keyword:"anyOf",params:{},schema:schema30.properties.file.anyOf,parentSchema:schema30.properties.file,data:data1};
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
if(!(validate75(data.object, {instancePath:instancePath+"/object",parentData:data,parentDataProperty:"object",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data.snapshots !== undefined){
let data3 = data.snapshots;
if(typeof data3 !== "boolean"){
const err5 = {instancePath:instancePath+"/snapshots",schemaPath:"#/properties/snapshots/type",keyword:"type",params:{type: "boolean"},schema:schema30.properties.snapshots.type,parentSchema:schema30.properties.snapshots,data:data3};
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
const err6 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema30.properties.backup.anyOf[0].type,parentSchema:schema30.properties.backup.anyOf[0],data:data4};
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
if(!(validate77(data4, {instancePath:instancePath+"/backup",parentData:data,parentDataProperty:"backup",rootData}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
var _valid2 = _errs19 === errors;
valid3 = valid3 || _valid2;
}
if(!valid3){
const err7 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf",keyword:"anyOf",params:{},schema:schema30.properties.backup.anyOf,parentSchema:schema30.properties.backup,data:data4};
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
if(!(validate79(data.lustre, {instancePath:instancePath+"/lustre",parentData:data,parentDataProperty:"lustre",rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}

const schema37 = {"type":"object","properties":{"secrets":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts the cluster's secrets.\n\n- `customer-key`: a key of your account, made with the cluster (or  {@link  keyId } ), rotated every year.\n- `platform-key`: a key that the cloud owns and you cannot see or revoke. Free.","default":"customer-key"},"keyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region. Immutable."},"disks":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts disks: those of nodes, where a group names none itself (they are always encrypted), and block volumes of pods, whose class names it. A change replaces nodes, one after the other; volumes that are there keep their key.","default":"platform-key"},"disksKeyId":{"type":"string","description":"ARN of an existing symmetric key in the cluster's region, for disks. Its policy must let IAM policies of the account use it, and the service-linked role of EC2 Auto Scaling, which starts nodes."},"deletionWindowDays":{"type":"number","description":"Days between the deletion of a new key and its end, 7 to 30.","default":30}},"additionalProperties":false,"description":"Encryption of Kubernetes secrets with AWS KMS."};

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "secrets") || (key0 === "keyId")) || (key0 === "disks")) || (key0 === "disksKeyId")) || (key0 === "deletionWindowDays"))){
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
if(data.secrets !== undefined){
let data0 = data.secrets;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "string"},schema:schema37.properties.secrets.type,parentSchema:schema37.properties.secrets,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "customer-key") || (data0 === "platform-key"))){
const err2 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/enum",keyword:"enum",params:{allowedValues: schema37.properties.secrets.enum},schema:schema37.properties.secrets.enum,parentSchema:schema37.properties.secrets,data:data0};
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
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema37.properties.keyId.type,parentSchema:schema37.properties.keyId,data:data1};
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
const err4 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/type",keyword:"type",params:{type: "string"},schema:schema37.properties.disks.type,parentSchema:schema37.properties.disks,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data2 === "customer-key") || (data2 === "platform-key"))){
const err5 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/enum",keyword:"enum",params:{allowedValues: schema37.properties.disks.enum},schema:schema37.properties.disks.enum,parentSchema:schema37.properties.disks,data:data2};
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
const err6 = {instancePath:instancePath+"/disksKeyId",schemaPath:"#/properties/disksKeyId/type",keyword:"type",params:{type: "string"},schema:schema37.properties.disksKeyId.type,parentSchema:schema37.properties.disksKeyId,data:data3};
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
const err7 = {instancePath:instancePath+"/deletionWindowDays",schemaPath:"#/properties/deletionWindowDays/type",keyword:"type",params:{type: "number"},schema:schema37.properties.deletionWindowDays.type,parentSchema:schema37.properties.deletionWindowDays,data:data4};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate82.errors = vErrors;
return errors === 0;
}

const schema38 = {"type":"object","properties":{"controller":{"type":"boolean","description":"The rights of the AWS Load Balancer Controller, for the service account `aws-load-balancer-controller` in `kube-system`, limited to what it makes for this cluster. It must be installed with this cluster's name, region and VPC id: nodes do not let pods ask for them.","default":false},"sharedSecurityGroup":{"type":"boolean","description":"One security group for the side of all load balancers that faces the nodes, let in to nodes on all TCP ports. Without it the controller makes one, and a rule for each port in the nodes' group. Give its id (a stack output) to the controller as `backendSecurityGroup`.","default":false}},"additionalProperties":false,"description":"Application and Network Load Balancers for Services and Ingresses."};

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "controller") || (key0 === "sharedSecurityGroup"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema38,data};
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
const err1 = {instancePath:instancePath+"/controller",schemaPath:"#/properties/controller/type",keyword:"type",params:{type: "boolean"},schema:schema38.properties.controller.type,parentSchema:schema38.properties.controller,data:data0};
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
const err2 = {instancePath:instancePath+"/sharedSecurityGroup",schemaPath:"#/properties/sharedSecurityGroup/type",keyword:"type",params:{type: "boolean"},schema:schema38.properties.sharedSecurityGroup.type,parentSchema:schema38.properties.sharedSecurityGroup,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}

const schema39 = {"type":"object","properties":{"zones":{"type":"array","items":{"type":"string"},"description":"Ids of hosted zones, e.g. `Z0123456789ABCDEFGHIJ`. The rights are those of the service account `external-dns` in the namespace `external-dns`."}},"required":["zones"],"additionalProperties":false,"description":"Records in Route 53, written by ExternalDNS."};

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zones === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zones"},schema:schema39.required,parentSchema:schema39,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema39,data};
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
const err2 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema39.properties.zones.items.type,parentSchema:schema39.properties.zones.items,data:data1};
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
const err3 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema39.properties.zones.type,parentSchema:schema39.properties.zones,data:data0};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}

const schema40 = {"type":"object","properties":{"namespace":{"type":"string","description":"Kubernetes namespace: lower-case letters, digits and `-`, up to 63."},"serviceAccount":{"type":"string","description":"Kubernetes service account, unique in its namespace."},"policyArns":{"type":"array","items":{"type":"string"},"description":"ARNs of policies, at most 10."},"statements":{"type":"array","items":{"$ref":"#/definitions/Statement"},"description":"Rights of its own, at most 10,240 characters together."},"via":{"type":"string","enum":["pod-identity","irsa"],"description":"How pods get the role.\n\n- `pod-identity`: from the agent on the node; nothing is to be done in the cluster.\n- `irsa`: with a token of the cluster's OIDC issuer, for what can't do the first, such as Fargate. The service account needs   the annotation `eks.amazonaws.com/role-arn` with the role of the stack's output `workload_identity_role_arns`.","default":"pod-identity"}},"additionalProperties":false,"required":["namespace","serviceAccount"],"description":"Pods of one service account, and what they may do in AWS. Needs `policyArns` or `statements`."};
const schema41 = {"type":"object","properties":{"sid":{"type":"string","description":"Says what the statement is for. Letters and digits."},"effect":{"type":"string","enum":["Allow","Deny"],"description":"Whether the actions are allowed, or forbidden whatever else allows them.","default":"Allow"},"actions":{"type":"array","items":{"type":"string"},"description":"Actions, e.g. `s3:GetObject`. At least one."},"resources":{"type":"array","items":{"type":"string"},"description":"ARNs of what the actions are done to. At least one."},"conditions":{"$ref":"#/definitions/Conditions","description":"What must hold beside: operator, key, values."}},"required":["actions","resources"],"additionalProperties":false,"description":"A statement of an IAM policy."};
const schema42 = {"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}},"description":"Operator, key, values: `{ StringEquals: { \"aws:RequestTag/team\": [\"a\"] } }`."};

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "string"},schema:schema42.additionalProperties.additionalProperties.items.type,parentSchema:schema42.additionalProperties.additionalProperties.items,data:data2};
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
const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "array"},schema:schema42.additionalProperties.additionalProperties.type,parentSchema:schema42.additionalProperties.additionalProperties,data:data1};
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
const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "object"},schema:schema42.additionalProperties.type,parentSchema:schema42.additionalProperties,data:data0};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate90.errors = vErrors;
return errors === 0;
}


function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.actions === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actions"},schema:schema41.required,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.resources === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resources"},schema:schema41.required,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "sid") || (key0 === "effect")) || (key0 === "actions")) || (key0 === "resources")) || (key0 === "conditions"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema41,data};
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
const err3 = {instancePath:instancePath+"/sid",schemaPath:"#/properties/sid/type",keyword:"type",params:{type: "string"},schema:schema41.properties.sid.type,parentSchema:schema41.properties.sid,data:data0};
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
const err4 = {instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/type",keyword:"type",params:{type: "string"},schema:schema41.properties.effect.type,parentSchema:schema41.properties.effect,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data1 === "Allow") || (data1 === "Deny"))){
const err5 = {instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/enum",keyword:"enum",params:{allowedValues: schema41.properties.effect.enum},schema:schema41.properties.effect.enum,parentSchema:schema41.properties.effect,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.actions !== undefined){
let data2 = data.actions;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/actions/" + i0,schemaPath:"#/properties/actions/items/type",keyword:"type",params:{type: "string"},schema:schema41.properties.actions.items.type,parentSchema:schema41.properties.actions.items,data:data3};
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
const err7 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: "array"},schema:schema41.properties.actions.type,parentSchema:schema41.properties.actions,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.resources !== undefined){
let data4 = data.resources;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/resources/" + i1,schemaPath:"#/properties/resources/items/type",keyword:"type",params:{type: "string"},schema:schema41.properties.resources.items.type,parentSchema:schema41.properties.resources.items,data:data5};
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
const err9 = {instancePath:instancePath+"/resources",schemaPath:"#/properties/resources/type",keyword:"type",params:{type: "array"},schema:schema41.properties.resources.type,parentSchema:schema41.properties.resources,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.conditions !== undefined){
if(!(validate90(data.conditions, {instancePath:instancePath+"/conditions",parentData:data,parentDataProperty:"conditions",rootData}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate89.errors = vErrors;
return errors === 0;
}


function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.namespace === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespace"},schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.serviceAccount === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "serviceAccount"},schema:schema40.required,parentSchema:schema40,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema40,data};
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
const err3 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema40.properties.namespace.type,parentSchema:schema40.properties.namespace,data:data0};
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
const err4 = {instancePath:instancePath+"/serviceAccount",schemaPath:"#/properties/serviceAccount/type",keyword:"type",params:{type: "string"},schema:schema40.properties.serviceAccount.type,parentSchema:schema40.properties.serviceAccount,data:data1};
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
const err5 = {instancePath:instancePath+"/policyArns/" + i0,schemaPath:"#/properties/policyArns/items/type",keyword:"type",params:{type: "string"},schema:schema40.properties.policyArns.items.type,parentSchema:schema40.properties.policyArns.items,data:data3};
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
const err6 = {instancePath:instancePath+"/policyArns",schemaPath:"#/properties/policyArns/type",keyword:"type",params:{type: "array"},schema:schema40.properties.policyArns.type,parentSchema:schema40.properties.policyArns,data:data2};
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
if(!(validate89(data4[i1], {instancePath:instancePath+"/statements/" + i1,parentData:data4,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/type",keyword:"type",params:{type: "array"},schema:schema40.properties.statements.type,parentSchema:schema40.properties.statements,data:data4};
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
const err8 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/type",keyword:"type",params:{type: "string"},schema:schema40.properties.via.type,parentSchema:schema40.properties.via,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((data6 === "pod-identity") || (data6 === "irsa"))){
const err9 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/enum",keyword:"enum",params:{allowedValues: schema40.properties.via.enum},schema:schema40.properties.via.enum,parentSchema:schema40.properties.via,data:data6};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}

const schema43 = {"type":"object","properties":{"retentionDays":{"type":"number","description":"Days for which logs are kept, one of those that CloudWatch Logs knows.","default":90},"logTypes":{"type":"array","items":{"$ref":"#/definitions/EksLogType"},"description":"Logs of the control plane.","default":["api","audit","authenticator"]}},"additionalProperties":false,"description":"What the control plane writes down."};
const schema44 = {"type":"string","enum":["api","audit","authenticator","controllerManager","scheduler"],"description":"See  {@link  EksObservabilitySpec.logTypes } ."};

function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((data === "api") || (data === "audit")) || (data === "authenticator")) || (data === "controllerManager")) || (data === "scheduler"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema44.enum},schema:schema44.enum,parentSchema:schema44,data};
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


function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "retentionDays") || (key0 === "logTypes"))){
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
if(data.retentionDays !== undefined){
let data0 = data.retentionDays;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema43.properties.retentionDays.type,parentSchema:schema43.properties.retentionDays,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.logTypes !== undefined){
let data1 = data.logTypes;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate95(data1[i0], {instancePath:instancePath+"/logTypes/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/logTypes",schemaPath:"#/properties/logTypes/type",keyword:"type",params:{type: "array"},schema:schema43.properties.logTypes.type,parentSchema:schema43.properties.logTypes,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate94.errors = vErrors;
return errors === 0;
}

const schema45 = {"type":"object","properties":{"support":{"type":"string","enum":["standard","extended"],"description":"`standard`: when standard support ends, AWS upgrades the control plane. `extended`: the version may stay for twelve more months, at six times the price of the control plane.","default":"standard"}},"additionalProperties":false,"description":"How long a Kubernetes version may run."};

function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "support")){
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
if(data.support !== undefined){
let data0 = data.support;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/support",schemaPath:"#/properties/support/type",keyword:"type",params:{type: "string"},schema:schema45.properties.support.type,parentSchema:schema45.properties.support,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "standard") || (data0 === "extended"))){
const err2 = {instancePath:instancePath+"/support",schemaPath:"#/properties/support/enum",keyword:"enum",params:{allowedValues: schema45.properties.support.enum},schema:schema45.properties.support.enum,parentSchema:schema45.properties.support,data:data0};
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
validate98.errors = vErrors;
return errors === 0;
}

const schema46 = {"type":"object","properties":{"authenticationMode":{"type":"string","enum":["API","API_AND_CONFIG_MAP"],"description":"How principals get in. `API_AND_CONFIG_MAP` also reads the old `aws-auth` config map; for clusters on their way from it. It can't be taken back from `API`.","default":"API"},"zonalShift":{"type":"boolean","description":"Lets AWS move traffic away from an impaired zone.","default":true},"addOns":{"$ref":"#/definitions/EksAddOnsSpec","description":"Versions and settings of the core add-ons."},"clusterRoleArn":{"type":"string","description":"ARN of an existing role for the control plane; a new one when left out. Immutable."},"nodeRoleArn":{"type":"string","description":"ARN of an existing role for the nodes; a new one when left out."}},"additionalProperties":false,"description":"What only EKS has."};
const schema47 = {"type":"object","properties":{"vpc-cni":{"$ref":"#/definitions/EksAddOnSpec","description":"Network interface for pods."},"kube-proxy":{"$ref":"#/definitions/EksAddOnSpec","description":"Service networking on every node."},"coredns":{"$ref":"#/definitions/EksAddOnSpec","description":"Names inside the cluster."},"eks-pod-identity-agent":{"$ref":"#/definitions/EksAddOnSpec","description":"Credentials for pods."},"aws-ebs-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"EBS volumes for pods; there while `storage.block` is."},"aws-efs-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"EFS file systems for pods; there while `storage.file` is."},"aws-fsx-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"Lustre file systems for pods; there while `storage.lustre` is."},"aws-mountpoint-s3-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"S3 buckets for pods; there while `storage.object` is."},"snapshot-controller":{"$ref":"#/definitions/EksAddOnSpec","description":"Snapshots of volumes; there while `storage.snapshots` is."}},"additionalProperties":false,"description":"The core add-ons, by the names that EKS gives them."};
const schema48 = {"type":"object","properties":{"version":{"type":"string","description":"Version, e.g. `v1.21.1-eksbuild.1`; `latest` looks the newest compatible one up at every plan. Left out: the version that this version of the library is pinned to."},"configuration":{"type":"object","additionalProperties":{},"description":"Settings, as the add-on's own schema has them (`aws eks describe-addon-configuration`)."}},"additionalProperties":false,"description":"Version and settings of an add-on."};

function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "version") || (key0 === "configuration"))){
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
if(data.version !== undefined){
let data0 = data.version;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},schema:schema48.properties.version.type,parentSchema:schema48.properties.version,data:data0};
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
const err2 = {instancePath:instancePath+"/configuration",schemaPath:"#/properties/configuration/type",keyword:"type",params:{type: "object"},schema:schema48.properties.configuration.type,parentSchema:schema48.properties.configuration,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate102.errors = vErrors;
return errors === 0;
}


function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema47.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema47,data};
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
if(!(validate102(data["vpc-cni"], {instancePath:instancePath+"/vpc-cni",parentData:data,parentDataProperty:"vpc-cni",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data["kube-proxy"] !== undefined){
if(!(validate102(data["kube-proxy"], {instancePath:instancePath+"/kube-proxy",parentData:data,parentDataProperty:"kube-proxy",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data.coredns !== undefined){
if(!(validate102(data.coredns, {instancePath:instancePath+"/coredns",parentData:data,parentDataProperty:"coredns",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data["eks-pod-identity-agent"] !== undefined){
if(!(validate102(data["eks-pod-identity-agent"], {instancePath:instancePath+"/eks-pod-identity-agent",parentData:data,parentDataProperty:"eks-pod-identity-agent",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data["aws-ebs-csi-driver"] !== undefined){
if(!(validate102(data["aws-ebs-csi-driver"], {instancePath:instancePath+"/aws-ebs-csi-driver",parentData:data,parentDataProperty:"aws-ebs-csi-driver",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data["aws-efs-csi-driver"] !== undefined){
if(!(validate102(data["aws-efs-csi-driver"], {instancePath:instancePath+"/aws-efs-csi-driver",parentData:data,parentDataProperty:"aws-efs-csi-driver",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data["aws-fsx-csi-driver"] !== undefined){
if(!(validate102(data["aws-fsx-csi-driver"], {instancePath:instancePath+"/aws-fsx-csi-driver",parentData:data,parentDataProperty:"aws-fsx-csi-driver",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data["aws-mountpoint-s3-csi-driver"] !== undefined){
if(!(validate102(data["aws-mountpoint-s3-csi-driver"], {instancePath:instancePath+"/aws-mountpoint-s3-csi-driver",parentData:data,parentDataProperty:"aws-mountpoint-s3-csi-driver",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data["snapshot-controller"] !== undefined){
if(!(validate102(data["snapshot-controller"], {instancePath:instancePath+"/snapshot-controller",parentData:data,parentDataProperty:"snapshot-controller",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
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
if(!(((((key0 === "authenticationMode") || (key0 === "zonalShift")) || (key0 === "addOns")) || (key0 === "clusterRoleArn")) || (key0 === "nodeRoleArn"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema46,data};
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
const err1 = {instancePath:instancePath+"/authenticationMode",schemaPath:"#/properties/authenticationMode/type",keyword:"type",params:{type: "string"},schema:schema46.properties.authenticationMode.type,parentSchema:schema46.properties.authenticationMode,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "API") || (data0 === "API_AND_CONFIG_MAP"))){
const err2 = {instancePath:instancePath+"/authenticationMode",schemaPath:"#/properties/authenticationMode/enum",keyword:"enum",params:{allowedValues: schema46.properties.authenticationMode.enum},schema:schema46.properties.authenticationMode.enum,parentSchema:schema46.properties.authenticationMode,data:data0};
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
const err3 = {instancePath:instancePath+"/zonalShift",schemaPath:"#/properties/zonalShift/type",keyword:"type",params:{type: "boolean"},schema:schema46.properties.zonalShift.type,parentSchema:schema46.properties.zonalShift,data:data1};
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
if(!(validate101(data.addOns, {instancePath:instancePath+"/addOns",parentData:data,parentDataProperty:"addOns",rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data.clusterRoleArn !== undefined){
let data3 = data.clusterRoleArn;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/clusterRoleArn",schemaPath:"#/properties/clusterRoleArn/type",keyword:"type",params:{type: "string"},schema:schema46.properties.clusterRoleArn.type,parentSchema:schema46.properties.clusterRoleArn,data:data3};
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
const err5 = {instancePath:instancePath+"/nodeRoleArn",schemaPath:"#/properties/nodeRoleArn/type",keyword:"type",params:{type: "string"},schema:schema46.properties.nodeRoleArn.type,parentSchema:schema46.properties.nodeRoleArn,data:data4};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema46.type,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate100.errors = vErrors;
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
if(!(validate39(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
if(data.nodeGroups !== undefined){
let data5 = data.nodeGroups;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate44(data5[i0], {instancePath:instancePath+"/nodeGroups/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
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
if(!(validate66(data.autoscaling, {instancePath:instancePath+"/autoscaling",parentData:data,parentDataProperty:"autoscaling",rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data.storage !== undefined){
if(!(validate68(data.storage, {instancePath:instancePath+"/storage",parentData:data,parentDataProperty:"storage",rootData}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
if(data.encryption !== undefined){
if(!(validate82(data.encryption, {instancePath:instancePath+"/encryption",parentData:data,parentDataProperty:"encryption",rootData}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
if(data.loadBalancing !== undefined){
if(!(validate84(data.loadBalancing, {instancePath:instancePath+"/loadBalancing",parentData:data,parentDataProperty:"loadBalancing",rootData}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
}
if(data.dns !== undefined){
if(!(validate86(data.dns, {instancePath:instancePath+"/dns",parentData:data,parentDataProperty:"dns",rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
if(data.workloadIdentities !== undefined){
let data12 = data.workloadIdentities;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(!(validate88(data12[i1], {instancePath:instancePath+"/workloadIdentities/" + i1,parentData:data12,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
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
if(!(validate94(data.observability, {instancePath:instancePath+"/observability",parentData:data,parentDataProperty:"observability",rootData}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
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
if(!(validate98(data.upgrades, {instancePath:instancePath+"/upgrades",parentData:data,parentDataProperty:"upgrades",rootData}))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
}
if(data.eks !== undefined){
if(!(validate100(data.eks, {instancePath:instancePath+"/eks",parentData:data,parentDataProperty:"eks",rootData}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
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

