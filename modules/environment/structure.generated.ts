// Generated from the types by "npm run schema": do not edit.
/* eslint-disable */
// @ts-nocheck
"use strict";
export const Environment = validate44;
const schema7 = {"type":"object","properties":{"extends":{"type":"string","description":"Another file, relative to this one, whose values hold where this file has none. Maps are merged, and so are clusters and node groups of one name; other lists and values replace what was there, and `null` takes it away."},"backend":{"$ref":"#/definitions/BackendSpec","description":"Where the state is kept. Left out: in a file beside the project."},"providers":{"$ref":"#/definitions/ProvidersSpec","description":"How the stacks talk to the clouds: accounts, roles, versions."},"variables":{"type":"object","additionalProperties":{"$ref":"#/definitions/VariableSpec"},"description":"Values that are given where Terraform runs, by name: lower-case letters, digits and `_`."},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags on everything of every cluster; a cluster's own tags win."},"clusters":{"type":"array","items":{"$ref":"#/definitions/PlatformClusterSpec"},"description":"The clusters; each becomes one stack."}},"required":["clusters"],"additionalProperties":false,"description":"An environment file: the clusters that are deployed together, under one name. The name is the file's: `production` for `production.yaml`."};
const schema8 = {};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
validate23.errors = null;
return true;
}

const schema9 = {"type":"object","properties":{"aws":{"$ref":"#/definitions/AwsProviderSpec","description":"Provider of EKS clusters. Credentials: as of the AWS CLI, e.g. `AWS_ACCESS_KEY_ID` or `AWS_PROFILE`."},"azurerm":{"$ref":"#/definitions/AzurermProviderSpec","description":"Provider of AKS clusters. Credentials: `ARM_*`, such as `ARM_CLIENT_SECRET`, or the Azure CLI."},"google":{"$ref":"#/definitions/GoogleProviderSpec","description":"Provider of GKE clusters. Credentials: `GOOGLE_APPLICATION_CREDENTIALS` or the gcloud CLI."}},"additionalProperties":false,"description":"How the environment's stacks talk to the clouds. A stack takes the settings of its own platform's provider. Values may refer to variables, but for `version`. No secrets: each provider reads them from the process environment."};
const schema10 = {"type":"object","properties":{"version":{"type":"string","description":"Versions of the provider that may be used, in Terraform's words: `~> 6.30`. Within what the constructs are written for: from their bindings' version to below the next major. A side that is left open takes its bound from there."},"allowedAccountIds":{"type":"array","items":{"type":"string"},"description":"Accounts that may be changed: with credentials of another, Terraform stops before it does anything. 12 digits each, in quotes."},"forbiddenAccountIds":{"type":"array","items":{"type":"string"},"description":"Accounts that may not be changed. Excludes `allowedAccountIds`."},"assumeRole":{"$ref":"#/definitions/AssumeRoleSpec","description":"The role that makes the cluster."},"defaultTags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags on everything that the provider makes, also on what is added in code. Tags of the environment and the cluster win."}},"additionalProperties":false,"description":"Settings of the provider hashicorp/aws."};
const schema11 = {"type":"object","properties":{"roleArn":{"type":"string","description":"ARN of the role."},"sessionName":{"type":"string","description":"Name of the session, as CloudTrail shows it: 2 to 64 letters, digits and `=,.@_-`."},"externalId":{"type":"string","description":"What the role's trust policy asks for."},"duration":{"type":"string","description":"How long the session lasts, 15 minutes to 12 hours: `1h`, `90m`."}},"required":["roleArn"],"additionalProperties":false,"description":"A role of AWS that the provider takes on."};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.roleArn === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "roleArn"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "roleArn") || (key0 === "sessionName")) || (key0 === "externalId")) || (key0 === "duration"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.roleArn !== undefined){
let data0 = data.roleArn;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/roleArn",schemaPath:"#/properties/roleArn/type",keyword:"type",params:{type: "string"},schema:schema11.properties.roleArn.type,parentSchema:schema11.properties.roleArn,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.sessionName !== undefined){
let data1 = data.sessionName;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/sessionName",schemaPath:"#/properties/sessionName/type",keyword:"type",params:{type: "string"},schema:schema11.properties.sessionName.type,parentSchema:schema11.properties.sessionName,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.externalId !== undefined){
let data2 = data.externalId;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/externalId",schemaPath:"#/properties/externalId/type",keyword:"type",params:{type: "string"},schema:schema11.properties.externalId.type,parentSchema:schema11.properties.externalId,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.duration !== undefined){
let data3 = data.duration;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/duration",schemaPath:"#/properties/duration/type",keyword:"type",params:{type: "string"},schema:schema11.properties.duration.type,parentSchema:schema11.properties.duration,data:data3};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "version") || (key0 === "allowedAccountIds")) || (key0 === "forbiddenAccountIds")) || (key0 === "assumeRole")) || (key0 === "defaultTags"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema10,data};
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
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},schema:schema10.properties.version.type,parentSchema:schema10.properties.version,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.allowedAccountIds !== undefined){
let data1 = data.allowedAccountIds;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/allowedAccountIds/" + i0,schemaPath:"#/properties/allowedAccountIds/items/type",keyword:"type",params:{type: "string"},schema:schema10.properties.allowedAccountIds.items.type,parentSchema:schema10.properties.allowedAccountIds.items,data:data2};
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
const err3 = {instancePath:instancePath+"/allowedAccountIds",schemaPath:"#/properties/allowedAccountIds/type",keyword:"type",params:{type: "array"},schema:schema10.properties.allowedAccountIds.type,parentSchema:schema10.properties.allowedAccountIds,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.forbiddenAccountIds !== undefined){
let data3 = data.forbiddenAccountIds;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/forbiddenAccountIds/" + i1,schemaPath:"#/properties/forbiddenAccountIds/items/type",keyword:"type",params:{type: "string"},schema:schema10.properties.forbiddenAccountIds.items.type,parentSchema:schema10.properties.forbiddenAccountIds.items,data:data4};
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
const err5 = {instancePath:instancePath+"/forbiddenAccountIds",schemaPath:"#/properties/forbiddenAccountIds/type",keyword:"type",params:{type: "array"},schema:schema10.properties.forbiddenAccountIds.type,parentSchema:schema10.properties.forbiddenAccountIds,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.assumeRole !== undefined){
if(!(validate27(data.assumeRole, {instancePath:instancePath+"/assumeRole",parentData:data,parentDataProperty:"assumeRole",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.defaultTags !== undefined){
let data6 = data.defaultTags;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
let data7 = data6[key1];
if(typeof data7 !== "string"){
const err6 = {instancePath:instancePath+"/defaultTags/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/defaultTags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema10.properties.defaultTags.additionalProperties.type,parentSchema:schema10.properties.defaultTags.additionalProperties,data:data7};
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
const err7 = {instancePath:instancePath+"/defaultTags",schemaPath:"#/properties/defaultTags/type",keyword:"type",params:{type: "object"},schema:schema10.properties.defaultTags.type,parentSchema:schema10.properties.defaultTags,data:data6};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema10.type,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

const schema12 = {"type":"object","properties":{"version":{"type":"string","description":"Versions of the provider that may be used, in Terraform's words: `~> 6.30`. Within what the constructs are written for: from their bindings' version to below the next major. A side that is left open takes its bound from there."},"subscriptionId":{"type":"string","description":"The subscription that is changed, a UUID. Left out: `ARM_SUBSCRIPTION_ID`."},"tenantId":{"type":"string","description":"Tenant of Entra ID, a UUID. Left out: `ARM_TENANT_ID`."},"clientId":{"type":"string","description":"Id of the application or managed identity, a UUID; no secret. Left out: `ARM_CLIENT_ID`."},"useOidc":{"type":"boolean","description":"Whether a pipeline's OIDC token is the credential."},"environment":{"type":"string","enum":["public","usgovernment","china"],"description":"The cloud.","default":"public"},"resourceProviderRegistrations":{"type":"string","enum":["core","extended","all","none","legacy"],"description":"Which resource providers Terraform registers in the subscription; `none` where it may not."},"storageUseAzuread":{"type":"boolean","description":"Whether storage is reached as the signed-in identity, not by an account's key."},"partnerId":{"type":"string","description":"Microsoft partner id, a UUID, that usage is counted for."}},"additionalProperties":false,"description":"Settings of the provider hashicorp/azurerm."};
const func2 = Object.prototype.hasOwnProperty;

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema12,data};
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
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},schema:schema12.properties.version.type,parentSchema:schema12.properties.version,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.subscriptionId !== undefined){
let data1 = data.subscriptionId;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/subscriptionId",schemaPath:"#/properties/subscriptionId/type",keyword:"type",params:{type: "string"},schema:schema12.properties.subscriptionId.type,parentSchema:schema12.properties.subscriptionId,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.tenantId !== undefined){
let data2 = data.tenantId;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/tenantId",schemaPath:"#/properties/tenantId/type",keyword:"type",params:{type: "string"},schema:schema12.properties.tenantId.type,parentSchema:schema12.properties.tenantId,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.clientId !== undefined){
let data3 = data.clientId;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/clientId",schemaPath:"#/properties/clientId/type",keyword:"type",params:{type: "string"},schema:schema12.properties.clientId.type,parentSchema:schema12.properties.clientId,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.useOidc !== undefined){
let data4 = data.useOidc;
if(typeof data4 !== "boolean"){
const err5 = {instancePath:instancePath+"/useOidc",schemaPath:"#/properties/useOidc/type",keyword:"type",params:{type: "boolean"},schema:schema12.properties.useOidc.type,parentSchema:schema12.properties.useOidc,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.environment !== undefined){
let data5 = data.environment;
if(typeof data5 !== "string"){
const err6 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "string"},schema:schema12.properties.environment.type,parentSchema:schema12.properties.environment,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(((data5 === "public") || (data5 === "usgovernment")) || (data5 === "china"))){
const err7 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/enum",keyword:"enum",params:{allowedValues: schema12.properties.environment.enum},schema:schema12.properties.environment.enum,parentSchema:schema12.properties.environment,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.resourceProviderRegistrations !== undefined){
let data6 = data.resourceProviderRegistrations;
if(typeof data6 !== "string"){
const err8 = {instancePath:instancePath+"/resourceProviderRegistrations",schemaPath:"#/properties/resourceProviderRegistrations/type",keyword:"type",params:{type: "string"},schema:schema12.properties.resourceProviderRegistrations.type,parentSchema:schema12.properties.resourceProviderRegistrations,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!(((((data6 === "core") || (data6 === "extended")) || (data6 === "all")) || (data6 === "none")) || (data6 === "legacy"))){
const err9 = {instancePath:instancePath+"/resourceProviderRegistrations",schemaPath:"#/properties/resourceProviderRegistrations/enum",keyword:"enum",params:{allowedValues: schema12.properties.resourceProviderRegistrations.enum},schema:schema12.properties.resourceProviderRegistrations.enum,parentSchema:schema12.properties.resourceProviderRegistrations,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.storageUseAzuread !== undefined){
let data7 = data.storageUseAzuread;
if(typeof data7 !== "boolean"){
const err10 = {instancePath:instancePath+"/storageUseAzuread",schemaPath:"#/properties/storageUseAzuread/type",keyword:"type",params:{type: "boolean"},schema:schema12.properties.storageUseAzuread.type,parentSchema:schema12.properties.storageUseAzuread,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.partnerId !== undefined){
let data8 = data.partnerId;
if(typeof data8 !== "string"){
const err11 = {instancePath:instancePath+"/partnerId",schemaPath:"#/properties/partnerId/type",keyword:"type",params:{type: "string"},schema:schema12.properties.partnerId.type,parentSchema:schema12.properties.partnerId,data:data8};
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
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

const schema13 = {"type":"object","properties":{"version":{"type":"string","description":"Versions of the provider that may be used, in Terraform's words: `~> 6.30`. Within what the constructs are written for: from their bindings' version to below the next major. A side that is left open takes its bound from there."},"project":{"type":"string","description":"The project that is changed. Left out: `GOOGLE_PROJECT`."},"impersonateServiceAccount":{"type":"string","description":"E-mail address of the service account that makes the cluster."},"billingProject":{"type":"string","description":"The project that pays for requests and gives their quota, with `userProjectOverride`."},"userProjectOverride":{"type":"boolean","description":"Whether `billingProject` is used."},"defaultLabels":{"type":"object","additionalProperties":{"type":"string"},"description":"Labels on everything that the provider makes, also on what is added in code. Tags of the environment and the cluster win."}},"additionalProperties":false,"description":"Settings of the provider hashicorp/google."};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "version") || (key0 === "project")) || (key0 === "impersonateServiceAccount")) || (key0 === "billingProject")) || (key0 === "userProjectOverride")) || (key0 === "defaultLabels"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema13,data};
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
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},schema:schema13.properties.version.type,parentSchema:schema13.properties.version,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.project !== undefined){
let data1 = data.project;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: "string"},schema:schema13.properties.project.type,parentSchema:schema13.properties.project,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.impersonateServiceAccount !== undefined){
let data2 = data.impersonateServiceAccount;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/impersonateServiceAccount",schemaPath:"#/properties/impersonateServiceAccount/type",keyword:"type",params:{type: "string"},schema:schema13.properties.impersonateServiceAccount.type,parentSchema:schema13.properties.impersonateServiceAccount,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.billingProject !== undefined){
let data3 = data.billingProject;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/billingProject",schemaPath:"#/properties/billingProject/type",keyword:"type",params:{type: "string"},schema:schema13.properties.billingProject.type,parentSchema:schema13.properties.billingProject,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.userProjectOverride !== undefined){
let data4 = data.userProjectOverride;
if(typeof data4 !== "boolean"){
const err5 = {instancePath:instancePath+"/userProjectOverride",schemaPath:"#/properties/userProjectOverride/type",keyword:"type",params:{type: "boolean"},schema:schema13.properties.userProjectOverride.type,parentSchema:schema13.properties.userProjectOverride,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.defaultLabels !== undefined){
let data5 = data.defaultLabels;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
let data6 = data5[key1];
if(typeof data6 !== "string"){
const err6 = {instancePath:instancePath+"/defaultLabels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/defaultLabels/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema13.properties.defaultLabels.additionalProperties.type,parentSchema:schema13.properties.defaultLabels.additionalProperties,data:data6};
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
const err7 = {instancePath:instancePath+"/defaultLabels",schemaPath:"#/properties/defaultLabels/type",keyword:"type",params:{type: "object"},schema:schema13.properties.defaultLabels.type,parentSchema:schema13.properties.defaultLabels,data:data5};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}


function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "aws") || (key0 === "azurerm")) || (key0 === "google"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.aws !== undefined){
if(!(validate26(data.aws, {instancePath:instancePath+"/aws",parentData:data,parentDataProperty:"aws",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.azurerm !== undefined){
if(!(validate30(data.azurerm, {instancePath:instancePath+"/azurerm",parentData:data,parentDataProperty:"azurerm",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.google !== undefined){
if(!(validate32(data.google, {instancePath:instancePath+"/google",parentData:data,parentDataProperty:"google",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema9.type,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema14 = {"type":"object","properties":{"type":{"$ref":"#/definitions/VariableType","description":"What kind of value it is."},"description":{"type":"string","description":"What it is for, as Terraform shows it when it asks for a value."},"default":{"anyOf":[{"type":"string"},{"type":"number"},{"type":"boolean"},{"type":"array","items":{"type":"string"}}],"description":"The value when none is given. Left out: one must be given."},"sensitive":{"type":"boolean","description":"Terraform shows neither the value nor outputs that it is part of. It is in the state all the same.","default":false},"validation":{"type":"array","items":{"$ref":"#/definitions/VariableValidationSpec"},"description":"What must hold for a value, beside its type."}},"required":["type"],"additionalProperties":false,"description":"A value that is given where Terraform runs, and not in the file: by `TF_VAR_<name>`, `--var` or `--var-file`. The file refers to it as `${var.<name>}`."};
const schema15 = {"type":"string","enum":["string","number","bool","list(string)"],"description":"See  {@link  VariableSpec.type } ."};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((data === "string") || (data === "number")) || (data === "bool")) || (data === "list(string)"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema15.enum},schema:schema15.enum,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const schema16 = {"type":"object","properties":{"condition":{"type":"string","description":"An expression of Terraform about the variable, without `${ }`: `can(cidrhost(var.office, 0))`."},"errorMessage":{"type":"string","description":"What is said when it does not hold."}},"required":["condition","errorMessage"],"additionalProperties":false,"description":"One thing that must hold for a variable's value."};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.condition === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "condition"},schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.errorMessage === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "errorMessage"},schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "condition") || (key0 === "errorMessage"))){
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
if(data.condition !== undefined){
let data0 = data.condition;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/condition",schemaPath:"#/properties/condition/type",keyword:"type",params:{type: "string"},schema:schema16.properties.condition.type,parentSchema:schema16.properties.condition,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.errorMessage !== undefined){
let data1 = data.errorMessage;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/errorMessage",schemaPath:"#/properties/errorMessage/type",keyword:"type",params:{type: "string"},schema:schema16.properties.errorMessage.type,parentSchema:schema16.properties.errorMessage,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}


function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema14.required,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "description")) || (key0 === "default")) || (key0 === "sensitive")) || (key0 === "validation"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema14,data};
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
if(!(validate36(data.type, {instancePath:instancePath+"/type",parentData:data,parentDataProperty:"type",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},schema:schema14.properties.description.type,parentSchema:schema14.properties.description,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
const _errs6 = errors;
let valid1 = false;
const _errs7 = errors;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/default",schemaPath:"#/properties/default/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema14.properties.default.anyOf[0].type,parentSchema:schema14.properties.default.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs9 = errors;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/default",schemaPath:"#/properties/default/anyOf/1/type",keyword:"type",params:{type: "number"},schema:schema14.properties.default.anyOf[1].type,parentSchema:schema14.properties.default.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs11 = errors;
if(typeof data2 !== "boolean"){
const err5 = {instancePath:instancePath+"/default",schemaPath:"#/properties/default/anyOf/2/type",keyword:"type",params:{type: "boolean"},schema:schema14.properties.default.anyOf[2].type,parentSchema:schema14.properties.default.anyOf[2],data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs13 = errors;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/default/" + i0,schemaPath:"#/properties/default/anyOf/3/items/type",keyword:"type",params:{type: "string"},schema:schema14.properties.default.anyOf[3].items.type,parentSchema:schema14.properties.default.anyOf[3].items,data:data3};
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
const err7 = {instancePath:instancePath+"/default",schemaPath:"#/properties/default/anyOf/3/type",keyword:"type",params:{type: "array"},schema:schema14.properties.default.anyOf[3].type,parentSchema:schema14.properties.default.anyOf[3],data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid1 = valid1 || _valid0;
}
}
}
if(!valid1){
const err8 = {instancePath:instancePath+"/default",schemaPath:"#/properties/default/anyOf",keyword:"anyOf",params:{},schema:schema14.properties.default.anyOf,parentSchema:schema14.properties.default,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
}
if(data.sensitive !== undefined){
let data4 = data.sensitive;
if(typeof data4 !== "boolean"){
const err9 = {instancePath:instancePath+"/sensitive",schemaPath:"#/properties/sensitive/type",keyword:"type",params:{type: "boolean"},schema:schema14.properties.sensitive.type,parentSchema:schema14.properties.sensitive,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.validation !== undefined){
let data5 = data.validation;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate38(data5[i1], {instancePath:instancePath+"/validation/" + i1,parentData:data5,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/type",keyword:"type",params:{type: "array"},schema:schema14.properties.validation.type,parentSchema:schema14.properties.validation,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

const schema17 = {};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
validate41.errors = null;
return true;
}


function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!((((((key0 === "extends") || (key0 === "backend")) || (key0 === "providers")) || (key0 === "variables")) || (key0 === "tags")) || (key0 === "clusters"))){
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
if(data.extends !== undefined){
let data0 = data.extends;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/type",keyword:"type",params:{type: "string"},schema:schema7.properties.extends.type,parentSchema:schema7.properties.extends,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.backend !== undefined){
if(!(validate23(data.backend, {instancePath:instancePath+"/backend",parentData:data,parentDataProperty:"backend",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.providers !== undefined){
if(!(validate25(data.providers, {instancePath:instancePath+"/providers",parentData:data,parentDataProperty:"providers",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.variables !== undefined){
let data3 = data.variables;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(validate35(data3[key1], {instancePath:instancePath+"/variables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data3,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/type",keyword:"type",params:{type: "object"},schema:schema7.properties.variables.type,parentSchema:schema7.properties.variables,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.tags !== undefined){
let data5 = data.tags;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
let data6 = data5[key2];
if(typeof data6 !== "string"){
const err4 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema7.properties.tags.additionalProperties.type,parentSchema:schema7.properties.tags.additionalProperties,data:data6};
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
const err5 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema7.properties.tags.type,parentSchema:schema7.properties.tags,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.clusters !== undefined){
let data7 = data.clusters;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate41(data7[i0], {instancePath:instancePath+"/clusters/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/clusters",schemaPath:"#/properties/clusters/type",keyword:"type",params:{type: "array"},schema:schema7.properties.clusters.type,parentSchema:schema7.properties.clusters,data:data7};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema7.type,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}

export const EksClusterSpec = validate49;
const schema19 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the cluster, unique in its environment. In an environment file the cloud knows the cluster as `<environment>-<name>`, which is also the id of its stack.\n\nLimits: starts with a letter; letters, digits and `-`. The platform limits the length of the whole."},"region":{"type":"string","description":"Region of the cloud, e.g. `us-east-1`. A literal: it decides zone names and partitions."},"kubernetesVersion":{"type":"string","description":"Kubernetes minor version as a string, e.g. `\"1.35\"` (quoted: YAML reads 1.30 as the number 1.3)."},"network":{"$ref":"#/definitions/EksNetworkSpec","description":"Addresses, zones and the way out. Left out: a new network of 10.0.0.0/16 over three zones."},"access":{"$ref":"#/definitions/EksAccessSpec","description":"Who may reach the API server, and who may do what there."},"nodeGroups":{"type":"array","items":{"$ref":"#/definitions/EksNodeGroupSpec"},"description":"The workers, in groups of like machines."},"autoscaling":{"$ref":"#/definitions/Autoscaling","description":"Who changes the number of nodes of groups that have a size range.\n\n- `none`: nobody; the range is only a bound for people.\n- `cluster-autoscaler`: the Kubernetes Cluster Autoscaler; its permissions and the tags it reads are made here,   the program itself is installed in the cluster.\n- `auto-provisioning`: machines are made for the pods that wait for one, of the type that fits them. Node groups stay   at the size that they have; the platform says what does it.","default":"cluster-autoscaler"},"storage":{"$ref":"#/definitions/EksStorageSpec","description":"Persistent storage for workloads."},"encryption":{"$ref":"#/definitions/EksEncryptionSpec","description":"Keys for what the cluster stores."},"loadBalancing":{"$ref":"#/definitions/EksLoadBalancingSpec","description":"Load balancers that the cluster makes for its services."},"dns":{"$ref":"#/definitions/EksDnsSpec","description":"Names that the cluster gives to its services."},"workloadIdentities":{"type":"array","items":{"$ref":"#/definitions/EksWorkloadIdentitySpec"},"description":"Workloads that act in the cloud, and what they may do there."},"observability":{"$ref":"#/definitions/EksObservabilitySpec","description":"What the control plane and the network write down, and for how long."},"protection":{"type":"boolean","description":"Guards against losing the cluster: the cloud's deletion protection and Terraform's `prevent_destroy`, one switch. A destroy needs an apply with `protection: false` first.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags on everything that can carry them. Keys and values as the cloud takes them."},"platform":{"type":"string","const":"eks","description":"Amazon Elastic Kubernetes Service."},"upgrades":{"$ref":"#/definitions/EksUpgradesSpec","description":"Support of the Kubernetes version."},"eks":{"$ref":"#/definitions/EksOptions","description":"Fields that only EKS has."}},"required":["access","kubernetesVersion","name","nodeGroups","platform","region"],"additionalProperties":false,"description":"An EKS cluster, as an environment file describes it."};
const schema20 = {"type":"object","properties":{"cidr":{"type":"string","description":"IPv4 range of a new VPC, /16 to /22. It has room for the subnets of six zones. Each zone has a private subnet of an eighth of the range for nodes and pods (the VPC CNI gives each pod an address of its subnet), and a public and an intra subnet of a 64th each. The interfaces of the control plane are in the intra subnets.","default":"10.0.0.0/16"},"zones":{"anyOf":[{"type":"number"},{"type":"array","items":{"type":"string"}}],"description":"Availability zones: how many, or their names. A number takes the region's first zones in order.\n\nA zone that is added later gets subnets and, with `spread: per-zone`, node groups of its own; node groups that are one over all zones are replaced, the new ones first. The control plane stays in the zones it was made in, so that none of those can be taken away.","default":3},"nat":{"$ref":"#/definitions/Nat","description":"How private nodes reach the internet.\n\n- `none`: not at all; what they need must come through endpoints.\n- `single`: one gateway in the first zone. Cheap; a failure of that zone cuts off all, and traffic crosses zones.\n- `per-zone`: one gateway in each zone.\n- `regional`: one gateway that the cloud itself spreads over the zones.","default":"per-zone"},"serviceCidr":{"type":"string","description":"IPv4 range of Kubernetes services. Immutable. Left out: the platform chooses one beside the network's."},"private":{"type":"boolean","description":"A network without any way to the internet, and an API server without a public address: no gateways, no public subnets; what nodes need of the cloud comes through endpoints, which are made. Images must come from a registry inside the cloud, and people from a network that is joined to this one.","default":false},"ipFamily":{"$ref":"#/definitions/IpFamily","description":"Family of the addresses of pods and services. With `ipv6` each has an IPv6 address, of which there is no end; nodes keep an IPv4 address beside it. Immutable.","default":"ipv4"},"podCidr":{"type":"string","description":"IPv4 range of pods, /16 to /25, added to a new VPC. Each zone has a subnet of an eighth of it. `100.64.0.0/16` is possible in each VPC and is not routed outside it. The first interface of a node then has no pods, so that a node runs fewer of them unless `podAddresses` is `prefixes`."},"endpoints":{"type":"array","items":{"$ref":"#/definitions/EksEndpoint"},"description":"Interface endpoints, by the short name of their service, such as `ecr.api`. They keep traffic to AWS inside the VPC, and have a price per zone and hour. The S3 gateway endpoint always exists and is free. A private network also has the endpoints that nodes, core add-ons and the load balancer controller need.","default":[]},"flowLogs":{"type":"boolean","description":"Records all traffic of the VPC in CloudWatch Logs.","default":true},"existing":{"$ref":"#/definitions/EksExistingNetwork","description":"An existing VPC. Its range, zones, gateways, endpoints and flow logs are managed outside this file, so that their fields must be omitted."},"podAddresses":{"$ref":"#/definitions/EksPodAddresses","description":"How the VPC CNI takes addresses for pods from the subnet.\n\n- `secondary-ips`: one address at a time. The interfaces of a node hold few: 29 pods on an m7i.large.\n- `prefixes`: 16 addresses at a time, so that small nodes run as many pods as EKS supports (110, or 250 from 31 vCPUs). Needs   machine types of the Nitro system, and subnets with contiguous free addresses.\n\nAn IPv6 cluster always uses prefixes.","default":"secondary-ips"},"nodeRules":{"$ref":"#/definitions/EksNodeRules","description":"Traffic that the security group of the nodes allows.\n\n- `standard`: nodes reach each other on all ports, the control plane reaches nodes on 443 and from 1025.\n- `restricted`: nodes reach each other on DNS and TCP from 1025. The control plane reaches kubelets (10250), 443, and the   ports of `webhookPorts`.","default":"standard"},"webhookPorts":{"type":"array","items":{"type":"number"},"description":"TCP ports on which the control plane reaches pods: those of admission webhooks and aggregated APIs, such as 9443 (AWS Load Balancer Controller), 8443 (Karpenter), 10251 (metrics-server add-on), 15017 (Istio). A port that `nodeRules` already allows gets no separate rule.","default":[]}},"additionalProperties":false,"description":"A new VPC, or an existing one."};
const schema21 = {"type":"string","enum":["none","single","per-zone","regional"],"description":"See  {@link  NetworkSpec.nat } ."};

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!((((data === "none") || (data === "single")) || (data === "per-zone")) || (data === "regional"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema21.enum},schema:schema21.enum,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}

const schema22 = {"type":"string","enum":["ipv4","ipv6"],"description":"See  {@link  NetworkSpec.ipFamily } ."};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "ipv4") || (data === "ipv6"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema22.enum},schema:schema22.enum,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}

const schema23 = {"type":"string","enum":["autoscaling","ec2","ecr.api","ecr.dkr","eks","eks-auth","elasticloadbalancing","kms","logs","sqs","ssm","ssmmessages","ec2messages","sts"],"description":"Services that nodes and core add-ons use, and that have interface endpoints."};

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!((((((((((((((data === "autoscaling") || (data === "ec2")) || (data === "ecr.api")) || (data === "ecr.dkr")) || (data === "eks")) || (data === "eks-auth")) || (data === "elasticloadbalancing")) || (data === "kms")) || (data === "logs")) || (data === "sqs")) || (data === "ssm")) || (data === "ssmmessages")) || (data === "ec2messages")) || (data === "sts"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema23.enum},schema:schema23.enum,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}

const schema24 = {"type":"object","properties":{"vpcId":{"type":"string","description":"Id of the VPC. DNS support and DNS host names must be enabled."},"cidr":{"type":"string","description":"IPv4 range of the VPC, to check other ranges against."},"nodeSubnets":{"type":"array","items":{"$ref":"#/definitions/EksExistingSubnet"},"description":"Subnets of nodes and pods, in at least two zones."},"controlPlaneSubnetIds":{"type":"array","items":{"type":"string"},"description":"Ids of at least two subnets for the interfaces of the control plane. If omitted, the node subnets."},"podSubnets":{"type":"array","items":{"$ref":"#/definitions/EksExistingSubnet"},"description":"Subnets of pods only, one in each zone that has nodes (custom networking of the VPC CNI). If omitted, pods have addresses of the node subnets."},"tagSubnets":{"type":"boolean","description":"Sets the tag `kubernetes.io/cluster/<name>` = `shared` on the node subnets. Load balancer controllers distinguish the subnets of several clusters in one VPC by it. The owner of the subnets must not remove the tag: in Terraform with `ignore_tags` of the provider.","default":false}},"required":["vpcId","nodeSubnets"],"additionalProperties":false,"description":"An existing VPC. Its subnets need routes to the services that nodes use, and tags for load balancers. For an IPv6 cluster each subnet also needs an IPv6 range and IPv6 addresses on creation."};
const schema25 = {"type":"object","properties":{"id":{"type":"string","description":"Id of the subnet, `subnet-…`."},"zone":{"type":"string","description":"Name of its zone, from which the distribution of node groups follows."},"cidr":{"type":"string","description":"Its IPv4 range. If set, the capacity plan checks that nodes and pods have addresses."}},"required":["id","zone"],"additionalProperties":false,"description":"An existing subnet."};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.zone === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zone"},schema:schema25.required,parentSchema:schema25,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema25,data};
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
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema25.properties.id.type,parentSchema:schema25.properties.id,data:data0};
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
const err4 = {instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},schema:schema25.properties.zone.type,parentSchema:schema25.properties.zone,data:data1};
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
const err5 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema25.properties.cidr.type,parentSchema:schema25.properties.cidr,data:data2};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}


function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.vpcId === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vpcId"},schema:schema24.required,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.nodeSubnets === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeSubnets"},schema:schema24.required,parentSchema:schema24,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema24,data};
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
const err3 = {instancePath:instancePath+"/vpcId",schemaPath:"#/properties/vpcId/type",keyword:"type",params:{type: "string"},schema:schema24.properties.vpcId.type,parentSchema:schema24.properties.vpcId,data:data0};
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
const err4 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema24.properties.cidr.type,parentSchema:schema24.properties.cidr,data:data1};
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
if(!(validate58(data2[i0], {instancePath:instancePath+"/nodeSubnets/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/nodeSubnets",schemaPath:"#/properties/nodeSubnets/type",keyword:"type",params:{type: "array"},schema:schema24.properties.nodeSubnets.type,parentSchema:schema24.properties.nodeSubnets,data:data2};
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
const err6 = {instancePath:instancePath+"/controlPlaneSubnetIds/" + i1,schemaPath:"#/properties/controlPlaneSubnetIds/items/type",keyword:"type",params:{type: "string"},schema:schema24.properties.controlPlaneSubnetIds.items.type,parentSchema:schema24.properties.controlPlaneSubnetIds.items,data:data5};
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
const err7 = {instancePath:instancePath+"/controlPlaneSubnetIds",schemaPath:"#/properties/controlPlaneSubnetIds/type",keyword:"type",params:{type: "array"},schema:schema24.properties.controlPlaneSubnetIds.type,parentSchema:schema24.properties.controlPlaneSubnetIds,data:data4};
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
if(!(validate58(data6[i2], {instancePath:instancePath+"/podSubnets/" + i2,parentData:data6,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/podSubnets",schemaPath:"#/properties/podSubnets/type",keyword:"type",params:{type: "array"},schema:schema24.properties.podSubnets.type,parentSchema:schema24.properties.podSubnets,data:data6};
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
const err9 = {instancePath:instancePath+"/tagSubnets",schemaPath:"#/properties/tagSubnets/type",keyword:"type",params:{type: "boolean"},schema:schema24.properties.tagSubnets.type,parentSchema:schema24.properties.tagSubnets,data:data8};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}

const schema26 = {"type":"string","enum":["secondary-ips","prefixes"],"description":"Values of `network.podAddresses`."};

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "secondary-ips") || (data === "prefixes"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema26.enum},schema:schema26.enum,parentSchema:schema26,data};
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

const schema27 = {"type":"string","enum":["standard","restricted"],"description":"Values of `network.nodeRules`."};

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!((data === "standard") || (data === "restricted"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema27.enum},schema:schema27.enum,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate64.errors = vErrors;
return errors === 0;
}


function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema20.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema20,data};
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
const err1 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema20.properties.cidr.type,parentSchema:schema20.properties.cidr,data:data0};
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
const err2 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema20.properties.zones.anyOf[0].type,parentSchema:schema20.properties.zones.anyOf[0],data:data1};
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
const err3 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema20.properties.zones.anyOf[1].items.type,parentSchema:schema20.properties.zones.anyOf[1].items,data:data2};
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
const err4 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema20.properties.zones.anyOf[1].type,parentSchema:schema20.properties.zones.anyOf[1],data:data1};
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
const err5 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf",keyword:"anyOf",params:{},schema:schema20.properties.zones.anyOf,parentSchema:schema20.properties.zones,data:data1};
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
if(!(validate51(data.nat, {instancePath:instancePath+"/nat",parentData:data,parentDataProperty:"nat",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.serviceCidr !== undefined){
let data4 = data.serviceCidr;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/serviceCidr",schemaPath:"#/properties/serviceCidr/type",keyword:"type",params:{type: "string"},schema:schema20.properties.serviceCidr.type,parentSchema:schema20.properties.serviceCidr,data:data4};
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
const err7 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/type",keyword:"type",params:{type: "boolean"},schema:schema20.properties.private.type,parentSchema:schema20.properties.private,data:data5};
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
if(!(validate53(data.ipFamily, {instancePath:instancePath+"/ipFamily",parentData:data,parentDataProperty:"ipFamily",rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.podCidr !== undefined){
let data7 = data.podCidr;
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/podCidr",schemaPath:"#/properties/podCidr/type",keyword:"type",params:{type: "string"},schema:schema20.properties.podCidr.type,parentSchema:schema20.properties.podCidr,data:data7};
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
if(!(validate55(data8[i1], {instancePath:instancePath+"/endpoints/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/endpoints",schemaPath:"#/properties/endpoints/type",keyword:"type",params:{type: "array"},schema:schema20.properties.endpoints.type,parentSchema:schema20.properties.endpoints,data:data8};
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
const err10 = {instancePath:instancePath+"/flowLogs",schemaPath:"#/properties/flowLogs/type",keyword:"type",params:{type: "boolean"},schema:schema20.properties.flowLogs.type,parentSchema:schema20.properties.flowLogs,data:data10};
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
if(!(validate57(data.existing, {instancePath:instancePath+"/existing",parentData:data,parentDataProperty:"existing",rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.podAddresses !== undefined){
if(!(validate62(data.podAddresses, {instancePath:instancePath+"/podAddresses",parentData:data,parentDataProperty:"podAddresses",rootData}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
if(data.nodeRules !== undefined){
if(!(validate64(data.nodeRules, {instancePath:instancePath+"/nodeRules",parentData:data,parentDataProperty:"nodeRules",rootData}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
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
const err11 = {instancePath:instancePath+"/webhookPorts/" + i2,schemaPath:"#/properties/webhookPorts/items/type",keyword:"type",params:{type: "number"},schema:schema20.properties.webhookPorts.items.type,parentSchema:schema20.properties.webhookPorts.items,data:data15};
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
const err12 = {instancePath:instancePath+"/webhookPorts",schemaPath:"#/properties/webhookPorts/type",keyword:"type",params:{type: "array"},schema:schema20.properties.webhookPorts.type,parentSchema:schema20.properties.webhookPorts,data:data14};
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
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}

const schema28 = {"type":"object","properties":{"private":{"type":"boolean","description":"The API server answers inside the network, which is how nodes reach it. `false` is possible only where the public address is open to all, since nodes then come in from outside.","default":true},"publicFrom":{"type":"array","items":{"type":"string"},"description":"IPv4 ranges from which the API server's public address may be reached. Empty: there is no public address.","default":[]},"admins":{"type":"array","items":{"type":"string"},"description":"ARNs of IAM roles or users with all permissions (AmazonEKSClusterAdminPolicy). `[]` states that the cluster has no admin."},"editors":{"type":"array","items":{"$ref":"#/definitions/AccessGrant"},"description":"Principals that may change workloads, everywhere or in some namespaces."},"viewers":{"type":"array","items":{"$ref":"#/definitions/AccessGrant"},"description":"Principals that may look, everywhere or in some namespaces."}},"required":["admins"],"additionalProperties":false,"description":"Access to the API server, and permissions in the cluster. Principals are ARNs of IAM roles or users."};
const schema29 = {"type":"object","properties":{"principal":{"type":"string","description":"The principal, as the platform's identity service names it."},"namespaces":{"type":"array","items":{"type":"string"},"description":"Namespaces that the right is limited to; `*` stands for any run of characters. Left out: the whole cluster."}},"required":["principal"],"additionalProperties":false,"description":"A right in the cluster, everywhere or in some namespaces."};

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.principal === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "principal"},schema:schema29.required,parentSchema:schema29,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema29,data};
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
const err2 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/type",keyword:"type",params:{type: "string"},schema:schema29.properties.principal.type,parentSchema:schema29.properties.principal,data:data0};
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
const err3 = {instancePath:instancePath+"/namespaces/" + i0,schemaPath:"#/properties/namespaces/items/type",keyword:"type",params:{type: "string"},schema:schema29.properties.namespaces.items.type,parentSchema:schema29.properties.namespaces.items,data:data2};
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
const err4 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/type",keyword:"type",params:{type: "array"},schema:schema29.properties.namespaces.type,parentSchema:schema29.properties.namespaces,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}


function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.admins === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "admins"},schema:schema28.required,parentSchema:schema28,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema28,data};
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
const err2 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/type",keyword:"type",params:{type: "boolean"},schema:schema28.properties.private.type,parentSchema:schema28.properties.private,data:data0};
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
const err3 = {instancePath:instancePath+"/publicFrom/" + i0,schemaPath:"#/properties/publicFrom/items/type",keyword:"type",params:{type: "string"},schema:schema28.properties.publicFrom.items.type,parentSchema:schema28.properties.publicFrom.items,data:data2};
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
const err4 = {instancePath:instancePath+"/publicFrom",schemaPath:"#/properties/publicFrom/type",keyword:"type",params:{type: "array"},schema:schema28.properties.publicFrom.type,parentSchema:schema28.properties.publicFrom,data:data1};
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
const err5 = {instancePath:instancePath+"/admins/" + i1,schemaPath:"#/properties/admins/items/type",keyword:"type",params:{type: "string"},schema:schema28.properties.admins.items.type,parentSchema:schema28.properties.admins.items,data:data4};
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
const err6 = {instancePath:instancePath+"/admins",schemaPath:"#/properties/admins/type",keyword:"type",params:{type: "array"},schema:schema28.properties.admins.type,parentSchema:schema28.properties.admins,data:data3};
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
if(!(validate68(data5[i2], {instancePath:instancePath+"/editors/" + i2,parentData:data5,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/editors",schemaPath:"#/properties/editors/type",keyword:"type",params:{type: "array"},schema:schema28.properties.editors.type,parentSchema:schema28.properties.editors,data:data5};
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
if(!(validate68(data7[i3], {instancePath:instancePath+"/viewers/" + i3,parentData:data7,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/viewers",schemaPath:"#/properties/viewers/type",keyword:"type",params:{type: "array"},schema:schema28.properties.viewers.type,parentSchema:schema28.properties.viewers,data:data7};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}

const schema30 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the group, unique in its cluster: lower-case letters, digits and `-`, starting with a letter."},"machineTypes":{"type":"array","items":{"type":"string"},"description":"EC2 instance types, in order of preference. All have one processor architecture. With `machines`, a whole family is possible: `m7i.*`."},"size":{"anyOf":[{"type":"number"},{"$ref":"#/definitions/SizeRange"}],"description":"Number of nodes: **the total over all zones**. A number is fixed, and Terraform holds it. A range means that an autoscaler owns the number between its ends: the group starts at `min` and Terraform ignores later changes. So the number of nodes that there are must lie within a new range, in each zone with `spread: per-zone`: let the autoscaler or the console move it there first."},"capacity":{"$ref":"#/definitions/Capacity","description":"`on-demand`, or `spot`: cheap machines that the cloud takes back at two minutes' notice.","default":"on-demand"},"zones":{"type":"array","items":{"type":"string"},"description":"Names of the zones of this group. Left out: all zones of the network."},"spread":{"$ref":"#/definitions/Spread","description":"- `one-group`: one native group over all its zones; the cloud balances, the autoscaler sees one pool.\n- `per-zone`: one native group in each zone, the total dealt out evenly (10 becomes 4, 3, 3). Right for   workloads with zonal disks: the autoscaler then knows in which zone a new node will be.","default":"one-group"},"disk":{"$ref":"#/definitions/EksDiskSpec","description":"System disk of each node. Always encrypted."},"labels":{"type":"object","additionalProperties":{"type":"string"},"description":"Kubernetes labels of the nodes."},"taints":{"type":"array","items":{"$ref":"#/definitions/Taint"},"description":"Kubernetes taints of the nodes."},"maxPods":{"type":"number","description":"Highest number of pods on a node: 10 to 250 on EKS and AKS, 8 to 256 on GKE. Left out: what the platform computes for the machine type."},"upgrade":{"$ref":"#/definitions/NodeUpgradeSpec","description":"How many nodes at once an upgrade may take away."},"repair":{"type":"boolean","description":"The cloud replaces nodes that stay unhealthy.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags of this group's machines, disks and interfaces, beside the cluster's."},"kind":{"$ref":"#/definitions/EksNodeGroupKind","description":"Owner of the Auto Scaling group.\n\n- `managed`: EKS. It drains nodes before it removes them, and replaces them when the image or the settings change.\n- `self-managed`: this cluster. It adds features that managed node groups do not have: a mix of on-demand and spot machines,   machines selected by requirements, warm pools, schedules. Nodes are not drained without a termination handler.\n\nAll other fields have the same meaning for both.","default":"managed"},"machines":{"$ref":"#/definitions/EksMachineRequirements","description":"Requirements of machines, among the types of `machineTypes`. Self-managed groups only."},"image":{"$ref":"#/definitions/EksImageSpec","description":"System image of the nodes."},"securityGroups":{"type":"array","items":{"type":"string"},"description":"Ids of security groups of the nodes, in addition to the one that all nodes have. At most 4, unless AWS raised the quota. They must not have the tag `kubernetes.io/cluster/<name>`: load balancer controllers require exactly one group with it on an interface.","default":[]},"userData":{"type":"string","description":"Commands or settings for the first start of a node. For `al2023`: a shell script (`#!…`), or a `NodeConfig` document of `node.eks.aws`. For `bottlerocket`: TOML settings. For `windows`: PowerShell commands.\n\nLimit: 16 KiB, including the part that joins the cluster. Everyone who may read launch templates can read it: no secrets."},"localStorage":{"type":"string","enum":["none","raid0"],"description":"`raid0` joins the local NVMe disks of the machine to one volume for containers and their scratch space. The system disk can then be small. Data on local disks is lost with the machine. Not on Windows.","default":"none"},"reservation":{"$ref":"#/definitions/EksReservationSpec","description":"Reserved capacity for the machines of this group."},"placementGroup":{"type":"string","enum":["none","cluster","partition","spread"],"description":"Placement of the machines, in a separate placement group: `cluster` close together in one zone, `partition` in sets that share no rack, `spread` each on a separate rack (up to 7 in a zone).","default":"none"},"efa":{"type":"boolean","description":"Elastic Fabric Adapters on all network cards, and a security group for the traffic between them. Needs one machine type and one zone. The device plugin must be installed separately.","default":false},"repairPolicy":{"$ref":"#/definitions/EksRepairPolicySpec","description":"Limits of the repair of nodes, if `repair` is true. Managed node groups only."},"autoScalingGroup":{"$ref":"#/definitions/EksAutoScalingGroupSpec","description":"Fields of the Auto Scaling group of a self-managed group."}},"required":["machineTypes","name","size"],"additionalProperties":false,"description":"Workers of one kind: managed node groups or Auto Scaling groups, one for all zones or one in each zone.\n\n```yaml nodeGroups:   - name: workers     machineTypes: [m7i.large]     size: { min: 3, max: 10 } ```"};
const schema31 = {"type":"object","properties":{"min":{"type":"number","description":"Fewest nodes; the group starts with as many. May be 0."},"max":{"type":"number","description":"Most nodes; at least 1 and not below `min`."}},"required":["min","max"],"additionalProperties":false,"description":"Bounds of the number of nodes of a group, over all its zones."};

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(data.max === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "max"},schema:schema31.required,parentSchema:schema31,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema31,data};
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
const err3 = {instancePath:instancePath+"/min",schemaPath:"#/properties/min/type",keyword:"type",params:{type: "number"},schema:schema31.properties.min.type,parentSchema:schema31.properties.min,data:data0};
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
const err4 = {instancePath:instancePath+"/max",schemaPath:"#/properties/max/type",keyword:"type",params:{type: "number"},schema:schema31.properties.max.type,parentSchema:schema31.properties.max,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}

const schema32 = {"type":"string","enum":["on-demand","spot"],"description":"See  {@link  NodeGroupSpec.capacity } ."};

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "on-demand") || (data === "spot"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema32.enum},schema:schema32.enum,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}

const schema33 = {"type":"string","enum":["one-group","per-zone"],"description":"See  {@link  NodeGroupSpec.spread } ."};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!((data === "one-group") || (data === "per-zone"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema33.enum},schema:schema33.enum,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}

const schema34 = {"type":"object","properties":{"sizeGiB":{"type":"number","description":"Size in GiB.","default":50},"type":{"type":"string","enum":["gp3","io1","io2"],"description":"Volume type.","default":"gp3"},"iops":{"type":"number","description":"Provisioned operations per second. If omitted, 3000 for gp3; required for io1 and io2."},"throughputMiBps":{"type":"number","description":"Provisioned throughput in MiB/s, gp3 only. If omitted, 125."},"kmsKeyArn":{"type":"string","description":"ARN of the KMS key of the volume. Its policy must allow the service-linked role of EC2 Auto Scaling to use it. If omitted, the key of `encryption.disks`."}},"additionalProperties":false,"description":"System disk of a node: an encrypted EBS volume. On Bottlerocket the size is that of the data volume."};

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "sizeGiB") || (key0 === "type")) || (key0 === "iops")) || (key0 === "throughputMiBps")) || (key0 === "kmsKeyArn"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema34,data};
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
const err1 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema34.properties.sizeGiB.type,parentSchema:schema34.properties.sizeGiB,data:data0};
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
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema34.properties.type.type,parentSchema:schema34.properties.type,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data1 === "gp3") || (data1 === "io1")) || (data1 === "io2"))){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema34.properties.type.enum},schema:schema34.properties.type.enum,parentSchema:schema34.properties.type,data:data1};
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
const err4 = {instancePath:instancePath+"/iops",schemaPath:"#/properties/iops/type",keyword:"type",params:{type: "number"},schema:schema34.properties.iops.type,parentSchema:schema34.properties.iops,data:data2};
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
const err5 = {instancePath:instancePath+"/throughputMiBps",schemaPath:"#/properties/throughputMiBps/type",keyword:"type",params:{type: "number"},schema:schema34.properties.throughputMiBps.type,parentSchema:schema34.properties.throughputMiBps,data:data3};
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
const err6 = {instancePath:instancePath+"/kmsKeyArn",schemaPath:"#/properties/kmsKeyArn/type",keyword:"type",params:{type: "string"},schema:schema34.properties.kmsKeyArn.type,parentSchema:schema34.properties.kmsKeyArn,data:data4};
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
validate79.errors = vErrors;
return errors === 0;
}

const schema35 = {"type":"object","properties":{"key":{"type":"string","description":"Qualified name, e.g. `dedicated` or `example.com/gpu`."},"value":{"type":"string","description":"Up to 63 characters."},"effect":{"$ref":"#/definitions/TaintEffect","description":"What happens to pods that do not tolerate the taint."}},"required":["key","effect"],"additionalProperties":false,"description":"A Kubernetes taint, in Kubernetes' own spelling."};
const schema36 = {"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute"],"description":"See  {@link  Taint.effect } ."};

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "NoSchedule") || (data === "PreferNoSchedule")) || (data === "NoExecute"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema36.enum},schema:schema36.enum,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate82.errors = vErrors;
return errors === 0;
}


function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},schema:schema35.required,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.effect === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "effect"},schema:schema35.required,parentSchema:schema35,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema35,data};
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
const err3 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},schema:schema35.properties.key.type,parentSchema:schema35.properties.key,data:data0};
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
const err4 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"},schema:schema35.properties.value.type,parentSchema:schema35.properties.value,data:data1};
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
if(!(validate82(data.effect, {instancePath:instancePath+"/effect",parentData:data,parentDataProperty:"effect",rootData}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema35.type,parentSchema:schema35,data};
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

const schema37 = {"type":"object","properties":{"maxUnavailable":{"type":"number","description":"Nodes that may be unavailable at once, 1 to 100."},"maxUnavailablePercent":{"type":"number","description":"The same as a percentage of the group, 1 to 100.","default":33}},"additionalProperties":false,"description":"Pace of an upgrade of a node group. One of the two."};

function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "maxUnavailable") || (key0 === "maxUnavailablePercent"))){
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
if(data.maxUnavailable !== undefined){
let data0 = data.maxUnavailable;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/maxUnavailable",schemaPath:"#/properties/maxUnavailable/type",keyword:"type",params:{type: "number"},schema:schema37.properties.maxUnavailable.type,parentSchema:schema37.properties.maxUnavailable,data:data0};
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
const err2 = {instancePath:instancePath+"/maxUnavailablePercent",schemaPath:"#/properties/maxUnavailablePercent/type",keyword:"type",params:{type: "number"},schema:schema37.properties.maxUnavailablePercent.type,parentSchema:schema37.properties.maxUnavailablePercent,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate85.errors = vErrors;
return errors === 0;
}

const schema38 = {"type":"string","enum":["managed","self-managed"],"description":"Values of `nodeGroups[].kind`."};

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "managed") || (data === "self-managed"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema38.enum},schema:schema38.enum,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}

const schema39 = {"type":"object","properties":{"vcpus":{"$ref":"#/definitions/EksBounds","description":"Number of vCPUs."},"memoryGiB":{"$ref":"#/definitions/EksBounds","description":"Memory in GiB."},"burstable":{"type":"boolean","description":"Allows machines with CPU credits, such as t3.","default":false}},"required":["vcpus","memoryGiB"],"additionalProperties":false,"description":"Requirements by which EC2 selects machines (attribute-based instance type selection)."};
const schema40 = {"type":"object","properties":{"min":{"type":"number","description":"Minimum, at least 1."},"max":{"type":"number","description":"Maximum. If omitted, there is none."}},"required":["min"],"additionalProperties":false,"description":"Bounds of a number."};

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.min === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "min"},schema:schema40.required,parentSchema:schema40,data};
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
if(data.min !== undefined){
let data0 = data.min;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/min",schemaPath:"#/properties/min/type",keyword:"type",params:{type: "number"},schema:schema40.properties.min.type,parentSchema:schema40.properties.min,data:data0};
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
const err3 = {instancePath:instancePath+"/max",schemaPath:"#/properties/max/type",keyword:"type",params:{type: "number"},schema:schema40.properties.max.type,parentSchema:schema40.properties.max,data:data1};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
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
if(data.vcpus === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vcpus"},schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.memoryGiB === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "memoryGiB"},schema:schema39.required,parentSchema:schema39,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema39,data};
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
if(!(validate90(data.vcpus, {instancePath:instancePath+"/vcpus",parentData:data,parentDataProperty:"vcpus",rootData}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
if(data.memoryGiB !== undefined){
if(!(validate90(data.memoryGiB, {instancePath:instancePath+"/memoryGiB",parentData:data,parentDataProperty:"memoryGiB",rootData}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
if(data.burstable !== undefined){
let data2 = data.burstable;
if(typeof data2 !== "boolean"){
const err3 = {instancePath:instancePath+"/burstable",schemaPath:"#/properties/burstable/type",keyword:"type",params:{type: "boolean"},schema:schema39.properties.burstable.type,parentSchema:schema39.properties.burstable,data:data2};
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
validate89.errors = vErrors;
return errors === 0;
}

const schema41 = {"type":"object","properties":{"family":{"$ref":"#/definitions/EksImageFamily","description":"`al2023` is Amazon Linux 2023; `bottlerocket` is a minimal system for containers that only settings change; `windows` is Windows Server. A cluster with Windows nodes also needs a Linux group.","default":"al2023"},"variant":{"$ref":"#/definitions/EksImageVariant","description":"Variant of the image. `standard`, `nvidia` (GPU drivers), `neuron` (Inferentia and Trainium; al2023 only, the standard image of bottlerocket has the driver), `fips` (bottlerocket only: validated cryptography). For `windows` the year of the server, and `core`, or `full` with a desktop; 2025 in self-managed groups from Kubernetes 1.35.\n\nIf omitted: `nvidia` or `neuron` for machine types with such accelerators, else `standard`; on Windows `2022-core`."},"architecture":{"$ref":"#/definitions/EksArchitecture","description":"Processor architecture. If omitted, that of the machine types."},"release":{"type":"string","description":"Release of the image, such as `1.35.0-20260120`. `latest` reads the newest release in each plan, so that nodes are replaced when AWS publishes one. If omitted, the release to which this version of the library is pinned. No release is pinned for `windows`, where a self-managed group supports only `latest`."},"id":{"type":"string","description":"Id of a custom image, `ami-…`, built from an image of the family. `variant` and `release` must then be omitted."}},"additionalProperties":false,"description":"System image of the nodes."};
const schema42 = {"type":"string","enum":["al2023","bottlerocket","windows"],"description":"Values of `nodeGroups[].image.family`."};

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
if(!(((data === "al2023") || (data === "bottlerocket")) || (data === "windows"))){
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

const schema43 = {"type":"string","enum":["standard","nvidia","neuron","fips","2019-core","2019-full","2022-core","2022-full","2025-core","2025-full"],"description":"Values of `nodeGroups[].image.variant`."};

function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((((((data === "standard") || (data === "nvidia")) || (data === "neuron")) || (data === "fips")) || (data === "2019-core")) || (data === "2019-full")) || (data === "2022-core")) || (data === "2022-full")) || (data === "2025-core")) || (data === "2025-full"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema43.enum},schema:schema43.enum,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}

const schema44 = {"type":"string","enum":["x86_64","arm64"],"description":"Values of `nodeGroups[].image.architecture`, in the spelling of AWS."};

function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!((data === "x86_64") || (data === "arm64"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema44.enum},schema:schema44.enum,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate99.errors = vErrors;
return errors === 0;
}


function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "family") || (key0 === "variant")) || (key0 === "architecture")) || (key0 === "release")) || (key0 === "id"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema41,data};
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
if(!(validate95(data.family, {instancePath:instancePath+"/family",parentData:data,parentDataProperty:"family",rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
if(data.variant !== undefined){
if(!(validate97(data.variant, {instancePath:instancePath+"/variant",parentData:data,parentDataProperty:"variant",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
if(data.architecture !== undefined){
if(!(validate99(data.architecture, {instancePath:instancePath+"/architecture",parentData:data,parentDataProperty:"architecture",rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
}
if(data.release !== undefined){
let data3 = data.release;
if(typeof data3 !== "string"){
const err1 = {instancePath:instancePath+"/release",schemaPath:"#/properties/release/type",keyword:"type",params:{type: "string"},schema:schema41.properties.release.type,parentSchema:schema41.properties.release,data:data3};
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
const err2 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema41.properties.id.type,parentSchema:schema41.properties.id,data:data4};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema41.type,parentSchema:schema41,data};
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

const schema45 = {"type":"object","properties":{"id":{"type":"string","description":"Id of a capacity reservation or a Capacity Block, `cr-…`."},"groupArn":{"type":"string","description":"ARN of a resource group of capacity reservations."},"type":{"type":"string","enum":["on-demand","capacity-block"],"description":"`on-demand` for On-Demand Capacity Reservations; `capacity-block` for a Capacity Block for ML, which needs `id`, one machine type and one zone. The group must have 0 nodes until the block starts.","default":"on-demand"}},"additionalProperties":false,"description":"Reserved capacity: one reservation, or a group of reservations."};

function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "id") || (key0 === "groupArn")) || (key0 === "type"))){
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
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema45.properties.id.type,parentSchema:schema45.properties.id,data:data0};
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
const err2 = {instancePath:instancePath+"/groupArn",schemaPath:"#/properties/groupArn/type",keyword:"type",params:{type: "string"},schema:schema45.properties.groupArn.type,parentSchema:schema45.properties.groupArn,data:data1};
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
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema45.properties.type.type,parentSchema:schema45.properties.type,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data2 === "on-demand") || (data2 === "capacity-block"))){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema45.properties.type.enum},schema:schema45.properties.type.enum,parentSchema:schema45.properties.type,data:data2};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate102.errors = vErrors;
return errors === 0;
}

const schema46 = {"type":"object","properties":{"stopAbove":{"type":"number","description":"Number of unhealthy nodes above which EKS repairs none, at least 1: the cause is then probably not the nodes."},"stopAbovePercent":{"type":"number","description":"The same as a percentage of the nodes of the group, 1 to 100."},"maxParallel":{"type":"number","description":"Nodes that EKS repairs at the same time, at least 1."},"maxParallelPercent":{"type":"number","description":"The same as a percentage of the unhealthy nodes, 1 to 100."},"overrides":{"type":"array","items":{"$ref":"#/definitions/EksRepairOverrideSpec"},"description":"Other actions than those of EKS for certain faults.","default":[]}},"additionalProperties":false,"description":"Limits of the repair of nodes. Each limit is a number or a percentage."};
const schema47 = {"type":"object","properties":{"condition":{"type":"string","description":"Condition of the node that the node monitoring agent reports, such as `AcceleratedHardwareReady`."},"reason":{"type":"string","description":"Reason of the condition that the agent reports, such as `NvidiaXID64Error`."},"afterMinutes":{"type":"number","description":"Minutes for which the fault must last, at least 1."},"action":{"type":"string","enum":["Replace","Reboot","NoAction"],"description":"`Replace` terminates the machine and starts a new one, `Reboot` restarts it, `NoAction` keeps it."}},"required":["condition","reason","afterMinutes","action"],"additionalProperties":false,"description":"The action for one fault of a node."};

function validate105(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.condition === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "condition"},schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.reason === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.afterMinutes === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "afterMinutes"},schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.action === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},schema:schema47.required,parentSchema:schema47,data};
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
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema47,data};
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
const err5 = {instancePath:instancePath+"/condition",schemaPath:"#/properties/condition/type",keyword:"type",params:{type: "string"},schema:schema47.properties.condition.type,parentSchema:schema47.properties.condition,data:data0};
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
const err6 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema47.properties.reason.type,parentSchema:schema47.properties.reason,data:data1};
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
const err7 = {instancePath:instancePath+"/afterMinutes",schemaPath:"#/properties/afterMinutes/type",keyword:"type",params:{type: "number"},schema:schema47.properties.afterMinutes.type,parentSchema:schema47.properties.afterMinutes,data:data2};
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
const err8 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},schema:schema47.properties.action.type,parentSchema:schema47.properties.action,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!(((data3 === "Replace") || (data3 === "Reboot")) || (data3 === "NoAction"))){
const err9 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema47.properties.action.enum},schema:schema47.properties.action.enum,parentSchema:schema47.properties.action,data:data3};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate105.errors = vErrors;
return errors === 0;
}


function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "stopAbove") || (key0 === "stopAbovePercent")) || (key0 === "maxParallel")) || (key0 === "maxParallelPercent")) || (key0 === "overrides"))){
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
if(data.stopAbove !== undefined){
let data0 = data.stopAbove;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/stopAbove",schemaPath:"#/properties/stopAbove/type",keyword:"type",params:{type: "number"},schema:schema46.properties.stopAbove.type,parentSchema:schema46.properties.stopAbove,data:data0};
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
const err2 = {instancePath:instancePath+"/stopAbovePercent",schemaPath:"#/properties/stopAbovePercent/type",keyword:"type",params:{type: "number"},schema:schema46.properties.stopAbovePercent.type,parentSchema:schema46.properties.stopAbovePercent,data:data1};
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
const err3 = {instancePath:instancePath+"/maxParallel",schemaPath:"#/properties/maxParallel/type",keyword:"type",params:{type: "number"},schema:schema46.properties.maxParallel.type,parentSchema:schema46.properties.maxParallel,data:data2};
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
const err4 = {instancePath:instancePath+"/maxParallelPercent",schemaPath:"#/properties/maxParallelPercent/type",keyword:"type",params:{type: "number"},schema:schema46.properties.maxParallelPercent.type,parentSchema:schema46.properties.maxParallelPercent,data:data3};
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
if(!(validate105(data4[i0], {instancePath:instancePath+"/overrides/" + i0,parentData:data4,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},schema:schema46.properties.overrides.type,parentSchema:schema46.properties.overrides,data:data4};
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
validate104.errors = vErrors;
return errors === 0;
}

const schema48 = {"type":"object","properties":{"onDemandBase":{"type":"number","description":"On-demand nodes of a spot group, before it takes spot machines: the total over all zones.","default":0},"onDemandPercent":{"type":"number","description":"Percentage of on-demand nodes above the base in a spot group, 0 to 100.","default":0},"spotAllocation":{"type":"string","enum":["price-capacity-optimized","capacity-optimized","capacity-optimized-prioritized","lowest-price"],"description":"How EC2 selects among the machine types of a spot group. `capacity-optimized-prioritized` uses their order; `lowest-price` has the most interruptions.","default":"price-capacity-optimized"},"instanceRefresh":{"type":"string","enum":["rolling","none"],"description":"Effect of a change of the image, the user data or the machine types: `rolling` replaces the nodes at the pace of `upgrade`; `none` applies it to new nodes only.","default":"rolling"},"replacement":{"type":"string","enum":["launch","terminate"],"description":"Order of steps when a machine is replaced: `launch` starts the new machine first, so that the group exceeds its size for a while; `terminate` removes the old machine first, for groups whose machines are reserved.","default":"launch"},"maxInstanceLifetimeDays":{"type":"number","description":"Days after which a machine is replaced, 1 to 365. If omitted, never."},"terminationWaitSeconds":{"type":"number","description":"Seconds that a machine waits before it is terminated, 30 to 7200, so that a program can drain its node. A termination handler ends the wait earlier. If omitted, it does not wait."},"warmPool":{"$ref":"#/definitions/EksWarmPoolSpec","description":"Machines that are started in advance, so that a new node is available in seconds. They join the cluster while they are prepared, and are nodes that are not ready at that time. Not for spot."},"schedules":{"type":"array","items":{"$ref":"#/definitions/EksScheduleSpec"},"description":"Other bounds of the size of the group at certain times. The group needs a size range, which applies until the first time."}},"additionalProperties":false,"description":"Fields of the Auto Scaling group of a self-managed group."};
const schema49 = {"type":"object","properties":{"size":{"type":"number","description":"Minimum number of machines in the pool: the total over all zones."},"state":{"type":"string","enum":["stopped","running"],"description":"State of the machines: `stopped` has only the price of the disks.","default":"stopped"}},"required":["size"],"additionalProperties":false,"description":"Machines that are started in advance."};

function validate109(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.size === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema49.required,parentSchema:schema49,data};
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
if(data.size !== undefined){
let data0 = data.size;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/type",keyword:"type",params:{type: "number"},schema:schema49.properties.size.type,parentSchema:schema49.properties.size,data:data0};
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
const err3 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},schema:schema49.properties.state.type,parentSchema:schema49.properties.state,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data1 === "stopped") || (data1 === "running"))){
const err4 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema49.properties.state.enum},schema:schema49.properties.state.enum,parentSchema:schema49.properties.state,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema49.type,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate109.errors = vErrors;
return errors === 0;
}

const schema50 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the schedule, unique in its group: lower-case letters, digits and `-`, starting with a letter."},"recurrence":{"type":"string","description":"Time as five fields of cron: minute, hour, day of month, month, day of week. Example: `0 7 * * MON-FRI`."},"timeZone":{"type":"string","description":"Time zone of the recurrence, by its name in the IANA database.","default":"Etc/UTC"},"size":{"$ref":"#/definitions/SizeRange","description":"The bounds from this time, over all zones."}},"required":["name","recurrence","size"],"additionalProperties":false,"description":"Other bounds of the size of a group, from a repeated time."};

function validate111(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.recurrence === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "recurrence"},schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.size === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema50.required,parentSchema:schema50,data};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema50,data};
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
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema50.properties.name.type,parentSchema:schema50.properties.name,data:data0};
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
const err5 = {instancePath:instancePath+"/recurrence",schemaPath:"#/properties/recurrence/type",keyword:"type",params:{type: "string"},schema:schema50.properties.recurrence.type,parentSchema:schema50.properties.recurrence,data:data1};
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
const err6 = {instancePath:instancePath+"/timeZone",schemaPath:"#/properties/timeZone/type",keyword:"type",params:{type: "string"},schema:schema50.properties.timeZone.type,parentSchema:schema50.properties.timeZone,data:data2};
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
if(!(validate73(data.size, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema50.type,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate111.errors = vErrors;
return errors === 0;
}


function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema48.properties, key0))){
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
if(data.onDemandBase !== undefined){
let data0 = data.onDemandBase;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/onDemandBase",schemaPath:"#/properties/onDemandBase/type",keyword:"type",params:{type: "number"},schema:schema48.properties.onDemandBase.type,parentSchema:schema48.properties.onDemandBase,data:data0};
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
const err2 = {instancePath:instancePath+"/onDemandPercent",schemaPath:"#/properties/onDemandPercent/type",keyword:"type",params:{type: "number"},schema:schema48.properties.onDemandPercent.type,parentSchema:schema48.properties.onDemandPercent,data:data1};
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
const err3 = {instancePath:instancePath+"/spotAllocation",schemaPath:"#/properties/spotAllocation/type",keyword:"type",params:{type: "string"},schema:schema48.properties.spotAllocation.type,parentSchema:schema48.properties.spotAllocation,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data2 === "price-capacity-optimized") || (data2 === "capacity-optimized")) || (data2 === "capacity-optimized-prioritized")) || (data2 === "lowest-price"))){
const err4 = {instancePath:instancePath+"/spotAllocation",schemaPath:"#/properties/spotAllocation/enum",keyword:"enum",params:{allowedValues: schema48.properties.spotAllocation.enum},schema:schema48.properties.spotAllocation.enum,parentSchema:schema48.properties.spotAllocation,data:data2};
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
const err5 = {instancePath:instancePath+"/instanceRefresh",schemaPath:"#/properties/instanceRefresh/type",keyword:"type",params:{type: "string"},schema:schema48.properties.instanceRefresh.type,parentSchema:schema48.properties.instanceRefresh,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((data3 === "rolling") || (data3 === "none"))){
const err6 = {instancePath:instancePath+"/instanceRefresh",schemaPath:"#/properties/instanceRefresh/enum",keyword:"enum",params:{allowedValues: schema48.properties.instanceRefresh.enum},schema:schema48.properties.instanceRefresh.enum,parentSchema:schema48.properties.instanceRefresh,data:data3};
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
const err7 = {instancePath:instancePath+"/replacement",schemaPath:"#/properties/replacement/type",keyword:"type",params:{type: "string"},schema:schema48.properties.replacement.type,parentSchema:schema48.properties.replacement,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((data4 === "launch") || (data4 === "terminate"))){
const err8 = {instancePath:instancePath+"/replacement",schemaPath:"#/properties/replacement/enum",keyword:"enum",params:{allowedValues: schema48.properties.replacement.enum},schema:schema48.properties.replacement.enum,parentSchema:schema48.properties.replacement,data:data4};
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
const err9 = {instancePath:instancePath+"/maxInstanceLifetimeDays",schemaPath:"#/properties/maxInstanceLifetimeDays/type",keyword:"type",params:{type: "number"},schema:schema48.properties.maxInstanceLifetimeDays.type,parentSchema:schema48.properties.maxInstanceLifetimeDays,data:data5};
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
const err10 = {instancePath:instancePath+"/terminationWaitSeconds",schemaPath:"#/properties/terminationWaitSeconds/type",keyword:"type",params:{type: "number"},schema:schema48.properties.terminationWaitSeconds.type,parentSchema:schema48.properties.terminationWaitSeconds,data:data6};
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
if(!(validate109(data.warmPool, {instancePath:instancePath+"/warmPool",parentData:data,parentDataProperty:"warmPool",rootData}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
if(data.schedules !== undefined){
let data8 = data.schedules;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate111(data8[i0], {instancePath:instancePath+"/schedules/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/schedules",schemaPath:"#/properties/schedules/type",keyword:"type",params:{type: "array"},schema:schema48.properties.schedules.type,parentSchema:schema48.properties.schedules,data:data8};
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
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate108.errors = vErrors;
return errors === 0;
}


function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.machineTypes === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "machineTypes"},schema:schema30.required,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema30.required,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.size === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema30.required,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema30.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema30,data};
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
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema30.properties.name.type,parentSchema:schema30.properties.name,data:data0};
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
const err5 = {instancePath:instancePath+"/machineTypes/" + i0,schemaPath:"#/properties/machineTypes/items/type",keyword:"type",params:{type: "string"},schema:schema30.properties.machineTypes.items.type,parentSchema:schema30.properties.machineTypes.items,data:data2};
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
const err6 = {instancePath:instancePath+"/machineTypes",schemaPath:"#/properties/machineTypes/type",keyword:"type",params:{type: "array"},schema:schema30.properties.machineTypes.type,parentSchema:schema30.properties.machineTypes,data:data1};
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
const err7 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema30.properties.size.anyOf[0].type,parentSchema:schema30.properties.size.anyOf[0],data:data3};
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
if(!(validate73(data3, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var _valid0 = _errs12 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err8 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf",keyword:"anyOf",params:{},schema:schema30.properties.size.anyOf,parentSchema:schema30.properties.size,data:data3};
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
if(!(validate75(data.capacity, {instancePath:instancePath+"/capacity",parentData:data,parentDataProperty:"capacity",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
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
const err9 = {instancePath:instancePath+"/zones/" + i1,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema30.properties.zones.items.type,parentSchema:schema30.properties.zones.items,data:data6};
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
const err10 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema30.properties.zones.type,parentSchema:schema30.properties.zones,data:data5};
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
if(!(validate77(data.spread, {instancePath:instancePath+"/spread",parentData:data,parentDataProperty:"spread",rootData}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
if(data.disk !== undefined){
if(!(validate79(data.disk, {instancePath:instancePath+"/disk",parentData:data,parentDataProperty:"disk",rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data9 = data.labels;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
let data10 = data9[key1];
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema30.properties.labels.additionalProperties.type,parentSchema:schema30.properties.labels.additionalProperties,data:data10};
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
const err12 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},schema:schema30.properties.labels.type,parentSchema:schema30.properties.labels,data:data9};
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
if(!(validate81(data11[i2], {instancePath:instancePath+"/taints/" + i2,parentData:data11,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/taints",schemaPath:"#/properties/taints/type",keyword:"type",params:{type: "array"},schema:schema30.properties.taints.type,parentSchema:schema30.properties.taints,data:data11};
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
const err14 = {instancePath:instancePath+"/maxPods",schemaPath:"#/properties/maxPods/type",keyword:"type",params:{type: "number"},schema:schema30.properties.maxPods.type,parentSchema:schema30.properties.maxPods,data:data13};
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
if(!(validate85(data.upgrade, {instancePath:instancePath+"/upgrade",parentData:data,parentDataProperty:"upgrade",rootData}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
}
if(data.repair !== undefined){
let data15 = data.repair;
if(typeof data15 !== "boolean"){
const err15 = {instancePath:instancePath+"/repair",schemaPath:"#/properties/repair/type",keyword:"type",params:{type: "boolean"},schema:schema30.properties.repair.type,parentSchema:schema30.properties.repair,data:data15};
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
const err16 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema30.properties.tags.additionalProperties.type,parentSchema:schema30.properties.tags.additionalProperties,data:data17};
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
const err17 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema30.properties.tags.type,parentSchema:schema30.properties.tags,data:data16};
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
if(!(validate87(data.kind, {instancePath:instancePath+"/kind",parentData:data,parentDataProperty:"kind",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.machines !== undefined){
if(!(validate89(data.machines, {instancePath:instancePath+"/machines",parentData:data,parentDataProperty:"machines",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.image !== undefined){
if(!(validate94(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
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
const err18 = {instancePath:instancePath+"/securityGroups/" + i3,schemaPath:"#/properties/securityGroups/items/type",keyword:"type",params:{type: "string"},schema:schema30.properties.securityGroups.items.type,parentSchema:schema30.properties.securityGroups.items,data:data22};
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
const err19 = {instancePath:instancePath+"/securityGroups",schemaPath:"#/properties/securityGroups/type",keyword:"type",params:{type: "array"},schema:schema30.properties.securityGroups.type,parentSchema:schema30.properties.securityGroups,data:data21};
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
const err20 = {instancePath:instancePath+"/userData",schemaPath:"#/properties/userData/type",keyword:"type",params:{type: "string"},schema:schema30.properties.userData.type,parentSchema:schema30.properties.userData,data:data23};
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
const err21 = {instancePath:instancePath+"/localStorage",schemaPath:"#/properties/localStorage/type",keyword:"type",params:{type: "string"},schema:schema30.properties.localStorage.type,parentSchema:schema30.properties.localStorage,data:data24};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!((data24 === "none") || (data24 === "raid0"))){
const err22 = {instancePath:instancePath+"/localStorage",schemaPath:"#/properties/localStorage/enum",keyword:"enum",params:{allowedValues: schema30.properties.localStorage.enum},schema:schema30.properties.localStorage.enum,parentSchema:schema30.properties.localStorage,data:data24};
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
if(!(validate102(data.reservation, {instancePath:instancePath+"/reservation",parentData:data,parentDataProperty:"reservation",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data.placementGroup !== undefined){
let data26 = data.placementGroup;
if(typeof data26 !== "string"){
const err23 = {instancePath:instancePath+"/placementGroup",schemaPath:"#/properties/placementGroup/type",keyword:"type",params:{type: "string"},schema:schema30.properties.placementGroup.type,parentSchema:schema30.properties.placementGroup,data:data26};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!((((data26 === "none") || (data26 === "cluster")) || (data26 === "partition")) || (data26 === "spread"))){
const err24 = {instancePath:instancePath+"/placementGroup",schemaPath:"#/properties/placementGroup/enum",keyword:"enum",params:{allowedValues: schema30.properties.placementGroup.enum},schema:schema30.properties.placementGroup.enum,parentSchema:schema30.properties.placementGroup,data:data26};
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
const err25 = {instancePath:instancePath+"/efa",schemaPath:"#/properties/efa/type",keyword:"type",params:{type: "boolean"},schema:schema30.properties.efa.type,parentSchema:schema30.properties.efa,data:data27};
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
if(!(validate104(data.repairPolicy, {instancePath:instancePath+"/repairPolicy",parentData:data,parentDataProperty:"repairPolicy",rootData}))){
vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
errors = vErrors.length;
}
}
if(data.autoScalingGroup !== undefined){
if(!(validate108(data.autoScalingGroup, {instancePath:instancePath+"/autoScalingGroup",parentData:data,parentDataProperty:"autoScalingGroup",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}

const schema51 = {"type":"string","enum":["none","cluster-autoscaler","auto-provisioning"],"description":"See  {@link  ClusterSpec.autoscaling } ."};

function validate116(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "none") || (data === "cluster-autoscaler")) || (data === "auto-provisioning"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema51.enum},schema:schema51.enum,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate116.errors = vErrors;
return errors === 0;
}

const schema52 = {"type":"object","properties":{"block":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/EksBlockStorageSpec"}],"description":"EBS volumes for single pods: the EBS CSI driver with its permissions.","default":true},"file":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/EksFileStorageSpec"}],"description":"An encrypted EFS file system that pods of all zones share, with its driver. Only nodes can reach it.","default":false},"object":{"$ref":"#/definitions/EksObjectStorageSpec","description":"Object storage as a file system: the driver, with rights on the buckets that are named."},"snapshots":{"type":"boolean","description":"Snapshots of block volumes as Kubernetes objects: the snapshot controller with its resource definitions.","default":false},"backup":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/EksBackupSpec"}],"description":"Copies of the volumes and of the shared file system at fixed times, in a vault of AWS Backup that survives mistakes in the cluster.","default":false},"lustre":{"$ref":"#/definitions/EksLustreSpec","description":"A Lustre file system for workloads with a high read throughput: Amazon FSx, with its driver."}},"additionalProperties":false,"description":"Persistent storage of workloads."};
const schema53 = {"type":"object","properties":{"defaultClass":{"type":"boolean","description":"The driver creates `ebs-csi-default-sc` and marks it as the default class. It is gp3 and has no settings: its volumes are encrypted only if the account encrypts EBS volumes by default, and never with the key of `encryption.disks`. The stack's output `storage_manifests` has a class that is encrypted with the key.","default":false}},"additionalProperties":false,"description":"EBS volumes of pods, through the EBS CSI driver."};

function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "defaultClass")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema53,data};
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
const err1 = {instancePath:instancePath+"/defaultClass",schemaPath:"#/properties/defaultClass/type",keyword:"type",params:{type: "boolean"},schema:schema53.properties.defaultClass.type,parentSchema:schema53.properties.defaultClass,data:data0};
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
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema53.type,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate119.errors = vErrors;
return errors === 0;
}

const schema54 = {"type":"object","properties":{"keyId":{"type":"string","description":"ARN of an existing symmetric key in the region of the cluster. If omitted, `aws/elasticfilesystem` of the account."},"accessPoints":{"type":"object","additionalProperties":{"$ref":"#/definitions/EksAccessPointSpec"},"description":"Access points to directories of the file system, by name. Each acts as one POSIX user."}},"additionalProperties":false,"description":"An EFS file system with a mount target in each zone of the nodes."};
const schema55 = {"type":"object","properties":{"path":{"type":"string","description":"The directory, from the root: at most four levels and 100 characters. It is created if it does not exist."},"uid":{"type":"number","description":"POSIX user id of all access, 0 to 4294967295."},"gid":{"type":"number","description":"POSIX group id of all access, 0 to 4294967295."},"permissions":{"type":"string","description":"Permissions of a created directory, as octal digits.","default":"0750"}},"required":["path","uid","gid"],"additionalProperties":false,"description":"An access point to a directory of an EFS file system."};

function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.uid === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uid"},schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.gid === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gid"},schema:schema55.required,parentSchema:schema55,data};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema55,data};
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
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema55.properties.path.type,parentSchema:schema55.properties.path,data:data0};
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
const err5 = {instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/type",keyword:"type",params:{type: "number"},schema:schema55.properties.uid.type,parentSchema:schema55.properties.uid,data:data1};
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
const err6 = {instancePath:instancePath+"/gid",schemaPath:"#/properties/gid/type",keyword:"type",params:{type: "number"},schema:schema55.properties.gid.type,parentSchema:schema55.properties.gid,data:data2};
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
const err7 = {instancePath:instancePath+"/permissions",schemaPath:"#/properties/permissions/type",keyword:"type",params:{type: "string"},schema:schema55.properties.permissions.type,parentSchema:schema55.properties.permissions,data:data3};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate122.errors = vErrors;
return errors === 0;
}


function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "keyId") || (key0 === "accessPoints"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema54,data};
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
const err1 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema54.properties.keyId.type,parentSchema:schema54.properties.keyId,data:data0};
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
if(!(validate122(data1[key1], {instancePath:instancePath+"/accessPoints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data1,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/accessPoints",schemaPath:"#/properties/accessPoints/type",keyword:"type",params:{type: "object"},schema:schema54.properties.accessPoints.type,parentSchema:schema54.properties.accessPoints,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema54.type,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate121.errors = vErrors;
return errors === 0;
}

const schema56 = {"type":"object","properties":{"buckets":{"type":"array","items":{"type":"string"},"description":"ARNs of general purpose buckets, such as `arn:aws:s3:::models`. At least one."},"readOnly":{"type":"boolean","description":"Pods may read, and change nothing.","default":false},"keyIds":{"type":"array","items":{"type":"string"},"description":"ARNs of the keys that encrypt the objects of the buckets, if they are customer managed keys."}},"required":["buckets"],"additionalProperties":false,"description":"S3 buckets as file systems, through Mountpoint for Amazon S3."};

function validate125(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.buckets === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "buckets"},schema:schema56.required,parentSchema:schema56,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema56,data};
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
const err2 = {instancePath:instancePath+"/buckets/" + i0,schemaPath:"#/properties/buckets/items/type",keyword:"type",params:{type: "string"},schema:schema56.properties.buckets.items.type,parentSchema:schema56.properties.buckets.items,data:data1};
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
const err3 = {instancePath:instancePath+"/buckets",schemaPath:"#/properties/buckets/type",keyword:"type",params:{type: "array"},schema:schema56.properties.buckets.type,parentSchema:schema56.properties.buckets,data:data0};
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
const err4 = {instancePath:instancePath+"/readOnly",schemaPath:"#/properties/readOnly/type",keyword:"type",params:{type: "boolean"},schema:schema56.properties.readOnly.type,parentSchema:schema56.properties.readOnly,data:data2};
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
const err5 = {instancePath:instancePath+"/keyIds/" + i1,schemaPath:"#/properties/keyIds/items/type",keyword:"type",params:{type: "string"},schema:schema56.properties.keyIds.items.type,parentSchema:schema56.properties.keyIds.items,data:data4};
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
const err6 = {instancePath:instancePath+"/keyIds",schemaPath:"#/properties/keyIds/type",keyword:"type",params:{type: "array"},schema:schema56.properties.keyIds.type,parentSchema:schema56.properties.keyIds,data:data3};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema56.type,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate125.errors = vErrors;
return errors === 0;
}

const schema57 = {"type":"object","properties":{"schedule":{"type":"string","description":"A `cron(…)` expression of AWS, in UTC.","default":"cron(0 3 * * ? *)"},"retentionDays":{"type":"number","description":"Days for which a copy is kept.","default":35},"keyId":{"type":"string","description":"ARN of an existing symmetric key in the region of the cluster. If omitted, a new key."}},"additionalProperties":false,"description":"Copies of volumes and file systems with AWS Backup."};

function validate127(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "schedule") || (key0 === "retentionDays")) || (key0 === "keyId"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema57,data};
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
const err1 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "string"},schema:schema57.properties.schedule.type,parentSchema:schema57.properties.schedule,data:data0};
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
const err2 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema57.properties.retentionDays.type,parentSchema:schema57.properties.retentionDays,data:data1};
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
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema57.properties.keyId.type,parentSchema:schema57.properties.keyId,data:data2};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate127.errors = vErrors;
return errors === 0;
}

const schema58 = {"type":"object","properties":{"sizeGiB":{"type":"number","description":"Size in GiB: 1200, or a multiple of 2400. It can only grow."},"throughputPerTiB":{"type":"number","description":"Throughput in MB/s for each TiB: 125, 250, 500 or 1000.","default":125},"zone":{"type":"string","description":"Name of its zone, one of the zones of the nodes. If omitted, the first."},"keyId":{"type":"string","description":"ARN of an existing symmetric key in the region of the cluster. If omitted, `aws/fsx` of the account."},"backupDays":{"type":"number","description":"Days for which FSx keeps its daily backups, 0 (none) to 90.","default":7}},"required":["sizeGiB"],"additionalProperties":false,"description":"An Amazon FSx for Lustre file system of the type PERSISTENT_2 on SSDs. It is in one zone. Pods of other zones reach it with a higher latency and a price per GB."};

function validate129(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sizeGiB === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sizeGiB"},schema:schema58.required,parentSchema:schema58,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema58,data};
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
const err2 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema58.properties.sizeGiB.type,parentSchema:schema58.properties.sizeGiB,data:data0};
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
const err3 = {instancePath:instancePath+"/throughputPerTiB",schemaPath:"#/properties/throughputPerTiB/type",keyword:"type",params:{type: "number"},schema:schema58.properties.throughputPerTiB.type,parentSchema:schema58.properties.throughputPerTiB,data:data1};
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
const err4 = {instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},schema:schema58.properties.zone.type,parentSchema:schema58.properties.zone,data:data2};
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
const err5 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema58.properties.keyId.type,parentSchema:schema58.properties.keyId,data:data3};
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
const err6 = {instancePath:instancePath+"/backupDays",schemaPath:"#/properties/backupDays/type",keyword:"type",params:{type: "number"},schema:schema58.properties.backupDays.type,parentSchema:schema58.properties.backupDays,data:data4};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate129.errors = vErrors;
return errors === 0;
}


function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "block") || (key0 === "file")) || (key0 === "object")) || (key0 === "snapshots")) || (key0 === "backup")) || (key0 === "lustre"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema52,data};
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
const err1 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema52.properties.block.anyOf[0].type,parentSchema:schema52.properties.block.anyOf[0],data:data0};
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
if(!(validate119(data0, {instancePath:instancePath+"/block",parentData:data,parentDataProperty:"block",rootData}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err2 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf",keyword:"anyOf",params:{},schema:schema52.properties.block.anyOf,parentSchema:schema52.properties.block,data:data0};
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
const err3 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema52.properties.file.anyOf[0].type,parentSchema:schema52.properties.file.anyOf[0],data:data1};
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
if(!(validate121(data1, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
var _valid1 = _errs11 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err4 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf",keyword:"anyOf",params:{},schema:schema52.properties.file.anyOf,parentSchema:schema52.properties.file,data:data1};
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
if(!(validate125(data.object, {instancePath:instancePath+"/object",parentData:data,parentDataProperty:"object",rootData}))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
errors = vErrors.length;
}
}
if(data.snapshots !== undefined){
let data3 = data.snapshots;
if(typeof data3 !== "boolean"){
const err5 = {instancePath:instancePath+"/snapshots",schemaPath:"#/properties/snapshots/type",keyword:"type",params:{type: "boolean"},schema:schema52.properties.snapshots.type,parentSchema:schema52.properties.snapshots,data:data3};
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
const err6 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema52.properties.backup.anyOf[0].type,parentSchema:schema52.properties.backup.anyOf[0],data:data4};
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
if(!(validate127(data4, {instancePath:instancePath+"/backup",parentData:data,parentDataProperty:"backup",rootData}))){
vErrors = vErrors === null ? validate127.errors : vErrors.concat(validate127.errors);
errors = vErrors.length;
}
var _valid2 = _errs19 === errors;
valid3 = valid3 || _valid2;
}
if(!valid3){
const err7 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf",keyword:"anyOf",params:{},schema:schema52.properties.backup.anyOf,parentSchema:schema52.properties.backup,data:data4};
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
if(!(validate129(data.lustre, {instancePath:instancePath+"/lustre",parentData:data,parentDataProperty:"lustre",rootData}))){
vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate118.errors = vErrors;
return errors === 0;
}

const schema59 = {"type":"object","properties":{"secrets":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts the cluster's secrets.\n\n- `customer-key`: a key of your account, made with the cluster (or  {@link  keyId } ), rotated every year.\n- `platform-key`: a key that the cloud owns and you cannot see or revoke. Free.","default":"customer-key"},"keyId":{"type":"string","description":"ARN of an existing symmetric key in the region of the cluster. If omitted, a new key."},"disks":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts disks: those of nodes, where a group names none itself (they are always encrypted), and block volumes of pods, whose class names it. A change replaces nodes, one after the other; volumes that are there keep their key.","default":"platform-key"},"disksKeyId":{"type":"string","description":"ARN of an existing symmetric key for disks, in the region of the cluster. The policy of the key must allow IAM policies of the account, and the service-linked role of EC2 Auto Scaling, which starts nodes."},"deletionWindowDays":{"type":"number","description":"Days from the deletion of a new key to its end, 7 to 30.","default":30}},"additionalProperties":false,"description":"Encryption of Kubernetes secrets and of disks with AWS KMS."};

function validate132(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "secrets") || (key0 === "keyId")) || (key0 === "disks")) || (key0 === "disksKeyId")) || (key0 === "deletionWindowDays"))){
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
if(data.secrets !== undefined){
let data0 = data.secrets;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "string"},schema:schema59.properties.secrets.type,parentSchema:schema59.properties.secrets,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "customer-key") || (data0 === "platform-key"))){
const err2 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/enum",keyword:"enum",params:{allowedValues: schema59.properties.secrets.enum},schema:schema59.properties.secrets.enum,parentSchema:schema59.properties.secrets,data:data0};
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
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema59.properties.keyId.type,parentSchema:schema59.properties.keyId,data:data1};
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
const err4 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/type",keyword:"type",params:{type: "string"},schema:schema59.properties.disks.type,parentSchema:schema59.properties.disks,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data2 === "customer-key") || (data2 === "platform-key"))){
const err5 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/enum",keyword:"enum",params:{allowedValues: schema59.properties.disks.enum},schema:schema59.properties.disks.enum,parentSchema:schema59.properties.disks,data:data2};
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
const err6 = {instancePath:instancePath+"/disksKeyId",schemaPath:"#/properties/disksKeyId/type",keyword:"type",params:{type: "string"},schema:schema59.properties.disksKeyId.type,parentSchema:schema59.properties.disksKeyId,data:data3};
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
const err7 = {instancePath:instancePath+"/deletionWindowDays",schemaPath:"#/properties/deletionWindowDays/type",keyword:"type",params:{type: "number"},schema:schema59.properties.deletionWindowDays.type,parentSchema:schema59.properties.deletionWindowDays,data:data4};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate132.errors = vErrors;
return errors === 0;
}

const schema60 = {"type":"object","properties":{"controller":{"type":"boolean","description":"Creates the permissions of the AWS Load Balancer Controller, for the service account `aws-load-balancer-controller` in `kube-system`, limited to the resources that it creates for this cluster. Install the controller with the name, the region and the VPC id of this cluster: pods cannot read these from the metadata of nodes.","default":false},"sharedSecurityGroup":{"type":"boolean","description":"One security group for the side of all load balancers that faces the nodes. It is allowed to reach nodes on all TCP ports. Without it the controller creates a group, and a rule for each port in the group of the nodes. Set `backendSecurityGroup` of the controller to its id, which is an output of the stack.","default":false}},"additionalProperties":false,"description":"Application and Network Load Balancers for Services and Ingresses."};

function validate134(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "controller") || (key0 === "sharedSecurityGroup"))){
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
if(data.controller !== undefined){
let data0 = data.controller;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/controller",schemaPath:"#/properties/controller/type",keyword:"type",params:{type: "boolean"},schema:schema60.properties.controller.type,parentSchema:schema60.properties.controller,data:data0};
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
const err2 = {instancePath:instancePath+"/sharedSecurityGroup",schemaPath:"#/properties/sharedSecurityGroup/type",keyword:"type",params:{type: "boolean"},schema:schema60.properties.sharedSecurityGroup.type,parentSchema:schema60.properties.sharedSecurityGroup,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate134.errors = vErrors;
return errors === 0;
}

const schema61 = {"type":"object","properties":{"zones":{"type":"array","items":{"type":"string"},"description":"Ids of hosted zones, such as `Z0123456789ABCDEFGHIJ`. The service account `external-dns` in the namespace `external-dns` has the permissions."}},"required":["zones"],"additionalProperties":false,"description":"Records in Route 53 that ExternalDNS writes."};

function validate136(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zones === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zones"},schema:schema61.required,parentSchema:schema61,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema61,data};
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
const err2 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema61.properties.zones.items.type,parentSchema:schema61.properties.zones.items,data:data1};
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
const err3 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema61.properties.zones.type,parentSchema:schema61.properties.zones,data:data0};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate136.errors = vErrors;
return errors === 0;
}

const schema62 = {"type":"object","properties":{"namespace":{"type":"string","description":"Kubernetes namespace: lower-case letters, digits and `-`, up to 63."},"serviceAccount":{"type":"string","description":"Kubernetes service account, unique in its namespace."},"policyArns":{"type":"array","items":{"type":"string"},"description":"ARNs of policies, at most 10."},"statements":{"type":"array","items":{"$ref":"#/definitions/Statement"},"description":"Statements of an inline policy, at most 10,240 characters together."},"via":{"type":"string","enum":["pod-identity","irsa"],"description":"How pods get the role.\n\n- `pod-identity`: from the agent on the node. The cluster needs no other setting.\n- `irsa`: with a token of the cluster's OIDC issuer, for pods without the agent, such as those on Fargate. The service account   needs the annotation `eks.amazonaws.com/role-arn` with the role of the stack's output `workload_identity_role_arns`.","default":"pod-identity"}},"additionalProperties":false,"required":["namespace","serviceAccount"],"description":"Pods of one service account, and their permissions in AWS: none without `policyArns` and `statements`."};
const schema63 = {"type":"object","properties":{"sid":{"type":"string","description":"Name of the statement. Letters and digits."},"effect":{"type":"string","enum":["Allow","Deny"],"description":"Allows the actions, or denies them in any case.","default":"Allow"},"principal":{"anyOf":[{"type":"string","const":"*"},{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}}],"description":"Principals of a policy on a resource, by kind, such as `Service`; `*` for everyone."},"actions":{"type":"array","items":{"type":"string"},"description":"Actions, such as `s3:GetObject`. At least one."},"resources":{"type":"array","items":{"type":"string"},"description":"ARNs of the resources of the actions. At least one."},"conditions":{"$ref":"#/definitions/Conditions","description":"Additional conditions: operator, key, values."}},"required":["actions","resources"],"additionalProperties":false,"description":"A statement of an IAM policy."};
const schema64 = {"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}},"description":"Operator, key, values: `{ StringEquals: { \"aws:RequestTag/team\": [\"a\"] } }`."};

function validate140(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "string"},schema:schema64.additionalProperties.additionalProperties.items.type,parentSchema:schema64.additionalProperties.additionalProperties.items,data:data2};
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
const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "array"},schema:schema64.additionalProperties.additionalProperties.type,parentSchema:schema64.additionalProperties.additionalProperties,data:data1};
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
const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "object"},schema:schema64.additionalProperties.type,parentSchema:schema64.additionalProperties,data:data0};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema64.type,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate140.errors = vErrors;
return errors === 0;
}


function validate139(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.actions === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actions"},schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.resources === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resources"},schema:schema63.required,parentSchema:schema63,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema63,data};
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
const err3 = {instancePath:instancePath+"/sid",schemaPath:"#/properties/sid/type",keyword:"type",params:{type: "string"},schema:schema63.properties.sid.type,parentSchema:schema63.properties.sid,data:data0};
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
const err4 = {instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/type",keyword:"type",params:{type: "string"},schema:schema63.properties.effect.type,parentSchema:schema63.properties.effect,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data1 === "Allow") || (data1 === "Deny"))){
const err5 = {instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/enum",keyword:"enum",params:{allowedValues: schema63.properties.effect.enum},schema:schema63.properties.effect.enum,parentSchema:schema63.properties.effect,data:data1};
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
const err6 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema63.properties.principal.anyOf[0].type,parentSchema:schema63.properties.principal.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if("*" !== data2){
const err7 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/anyOf/0/const",keyword:"const",params:{allowedValue: "*"},schema:"*",parentSchema:schema63.properties.principal.anyOf[0],data:data2};
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
const err8 = {instancePath:instancePath+"/principal/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/principal/anyOf/1/additionalProperties/items/type",keyword:"type",params:{type: "string"},schema:schema63.properties.principal.anyOf[1].additionalProperties.items.type,parentSchema:schema63.properties.principal.anyOf[1].additionalProperties.items,data:data4};
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
const err9 = {instancePath:instancePath+"/principal/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/principal/anyOf/1/additionalProperties/type",keyword:"type",params:{type: "array"},schema:schema63.properties.principal.anyOf[1].additionalProperties.type,parentSchema:schema63.properties.principal.anyOf[1].additionalProperties,data:data3};
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
const err10 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema63.properties.principal.anyOf[1].type,parentSchema:schema63.properties.principal.anyOf[1],data:data2};
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
const err11 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/anyOf",keyword:"anyOf",params:{},schema:schema63.properties.principal.anyOf,parentSchema:schema63.properties.principal,data:data2};
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
const err12 = {instancePath:instancePath+"/actions/" + i1,schemaPath:"#/properties/actions/items/type",keyword:"type",params:{type: "string"},schema:schema63.properties.actions.items.type,parentSchema:schema63.properties.actions.items,data:data6};
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
const err13 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: "array"},schema:schema63.properties.actions.type,parentSchema:schema63.properties.actions,data:data5};
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
const err14 = {instancePath:instancePath+"/resources/" + i2,schemaPath:"#/properties/resources/items/type",keyword:"type",params:{type: "string"},schema:schema63.properties.resources.items.type,parentSchema:schema63.properties.resources.items,data:data8};
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
const err15 = {instancePath:instancePath+"/resources",schemaPath:"#/properties/resources/type",keyword:"type",params:{type: "array"},schema:schema63.properties.resources.type,parentSchema:schema63.properties.resources,data:data7};
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
if(!(validate140(data.conditions, {instancePath:instancePath+"/conditions",parentData:data,parentDataProperty:"conditions",rootData}))){
vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema63.type,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate139.errors = vErrors;
return errors === 0;
}


function validate138(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.namespace === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespace"},schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.serviceAccount === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "serviceAccount"},schema:schema62.required,parentSchema:schema62,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema62,data};
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
const err3 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema62.properties.namespace.type,parentSchema:schema62.properties.namespace,data:data0};
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
const err4 = {instancePath:instancePath+"/serviceAccount",schemaPath:"#/properties/serviceAccount/type",keyword:"type",params:{type: "string"},schema:schema62.properties.serviceAccount.type,parentSchema:schema62.properties.serviceAccount,data:data1};
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
const err5 = {instancePath:instancePath+"/policyArns/" + i0,schemaPath:"#/properties/policyArns/items/type",keyword:"type",params:{type: "string"},schema:schema62.properties.policyArns.items.type,parentSchema:schema62.properties.policyArns.items,data:data3};
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
const err6 = {instancePath:instancePath+"/policyArns",schemaPath:"#/properties/policyArns/type",keyword:"type",params:{type: "array"},schema:schema62.properties.policyArns.type,parentSchema:schema62.properties.policyArns,data:data2};
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
if(!(validate139(data4[i1], {instancePath:instancePath+"/statements/" + i1,parentData:data4,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/type",keyword:"type",params:{type: "array"},schema:schema62.properties.statements.type,parentSchema:schema62.properties.statements,data:data4};
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
const err8 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/type",keyword:"type",params:{type: "string"},schema:schema62.properties.via.type,parentSchema:schema62.properties.via,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((data6 === "pod-identity") || (data6 === "irsa"))){
const err9 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/enum",keyword:"enum",params:{allowedValues: schema62.properties.via.enum},schema:schema62.properties.via.enum,parentSchema:schema62.properties.via,data:data6};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema62.type,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate138.errors = vErrors;
return errors === 0;
}

const schema65 = {"type":"object","properties":{"retentionDays":{"type":"number","description":"Days for which logs are kept, one of the values that CloudWatch Logs supports.","default":90},"keepLogs":{"type":"boolean","description":"Leaves the logs when the cluster is destroyed. The next cluster of the name needs them imported or removed.","default":false},"logTypes":{"type":"array","items":{"$ref":"#/definitions/EksLogType"},"description":"Logs of the control plane.","default":["api","audit","authenticator"]}},"additionalProperties":false,"description":"Logs of the control plane and of the network."};
const schema66 = {"type":"string","enum":["api","audit","authenticator","controllerManager","scheduler"],"description":"Values of `observability.logTypes`."};

function validate145(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema66.type,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((data === "api") || (data === "audit")) || (data === "authenticator")) || (data === "controllerManager")) || (data === "scheduler"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema66.enum},schema:schema66.enum,parentSchema:schema66,data};
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


function validate144(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "retentionDays") || (key0 === "keepLogs")) || (key0 === "logTypes"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema65,data};
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
const err1 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema65.properties.retentionDays.type,parentSchema:schema65.properties.retentionDays,data:data0};
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
const err2 = {instancePath:instancePath+"/keepLogs",schemaPath:"#/properties/keepLogs/type",keyword:"type",params:{type: "boolean"},schema:schema65.properties.keepLogs.type,parentSchema:schema65.properties.keepLogs,data:data1};
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
if(!(validate145(data2[i0], {instancePath:instancePath+"/logTypes/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/logTypes",schemaPath:"#/properties/logTypes/type",keyword:"type",params:{type: "array"},schema:schema65.properties.logTypes.type,parentSchema:schema65.properties.logTypes,data:data2};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema65.type,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate144.errors = vErrors;
return errors === 0;
}

const schema67 = {"type":"object","properties":{"support":{"type":"string","enum":["standard","extended"],"description":"`standard`: AWS upgrades the control plane when standard support ends. `extended`: the version has support for twelve more months, at six times the price of the control plane.","default":"standard"}},"additionalProperties":false,"description":"Support of the Kubernetes version."};

function validate148(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "support")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema67,data};
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
const err1 = {instancePath:instancePath+"/support",schemaPath:"#/properties/support/type",keyword:"type",params:{type: "string"},schema:schema67.properties.support.type,parentSchema:schema67.properties.support,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "standard") || (data0 === "extended"))){
const err2 = {instancePath:instancePath+"/support",schemaPath:"#/properties/support/enum",keyword:"enum",params:{allowedValues: schema67.properties.support.enum},schema:schema67.properties.support.enum,parentSchema:schema67.properties.support,data:data0};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate148.errors = vErrors;
return errors === 0;
}

const schema68 = {"type":"object","properties":{"authenticationMode":{"type":"string","enum":["API","API_AND_CONFIG_MAP"],"description":"How principals get access. `API_AND_CONFIG_MAP` also reads the old `aws-auth` config map, for clusters that migrate from it. `API` cannot be changed back.","default":"API"},"zonalShift":{"type":"boolean","description":"Allows AWS to move traffic away from an impaired zone.","default":true},"addOns":{"$ref":"#/definitions/EksAddOnsSpec","description":"Versions and settings of the core add-ons."},"clusterRoleArn":{"type":"string","description":"ARN of an existing role for the control plane. If omitted, a new one."},"nodeRoleArn":{"type":"string","description":"ARN of an existing role for the nodes of managed Linux groups. If omitted, a new one. Self-managed and Windows groups have separate new roles: EKS supports one kind of node for a role."},"autoProvisioning":{"$ref":"#/definitions/EksAutoProvisioningSpec","description":"What creates nodes with `autoscaling: auto-provisioning`."},"autoMode":{"type":"string","const":"off","description":"`off` removes EKS Auto Mode from a cluster that had it. Set it together with another value of `autoscaling`: if it is omitted, Auto Mode stays as it is. EKS then terminates all nodes of Auto Mode and deletes its load balancers; volumes remain. The role of its nodes exists as long as this field is set."},"fargateProfiles":{"type":"array","items":{"$ref":"#/definitions/EksFargateProfileSpec"},"description":"Pods that run on AWS Fargate, without nodes. The default quota of AWS is 10 profiles for a cluster.","default":[]},"nodeTerminationHandler":{"type":"boolean","description":"Creates what the AWS Node Termination Handler needs to drain nodes of self-managed groups before EC2 terminates them: a queue of EC2 events, a hook on each group, and a role. Install the program in the cluster, in queue mode, as `kube-system/aws-node-termination-handler`. Managed node groups, Karpenter and Auto Mode drain nodes themselves.","default":false},"remoteNetworks":{"$ref":"#/definitions/EksRemoteNetworksSpec","description":"Networks of hybrid nodes: machines outside AWS that join the cluster."},"controlPlaneTier":{"$ref":"#/definitions/EksControlPlaneTier","description":"Minimum capacity of the control plane. `standard` scales with the load. The other tiers are provisioned, with a price per hour that is several times that of the tier before.\n\nThe providers that these constructs support do not know `tier-8xl`.","default":"standard"},"capabilities":{"$ref":"#/definitions/EksCapabilitiesSpec","description":"Controllers that EKS runs for the cluster, outside it."}},"additionalProperties":false,"description":"Fields that only EKS has."};
const schema69 = {"type":"object","properties":{"vpc-cni":{"$ref":"#/definitions/EksAddOnSpec","description":"Network of pods."},"kube-proxy":{"$ref":"#/definitions/EksAddOnSpec","description":"Service networking on each node."},"coredns":{"$ref":"#/definitions/EksAddOnSpec","description":"DNS inside the cluster."},"eks-pod-identity-agent":{"$ref":"#/definitions/EksAddOnSpec","description":"Credentials of pods."},"aws-ebs-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"EBS volumes of pods. Needs `storage.block`."},"aws-efs-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"EFS file systems of pods. Needs `storage.file`."},"aws-fsx-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"Lustre file systems of pods. Needs `storage.lustre`."},"aws-mountpoint-s3-csi-driver":{"$ref":"#/definitions/EksAddOnSpec","description":"S3 buckets as file systems. Needs `storage.object`."},"snapshot-controller":{"$ref":"#/definitions/EksAddOnSpec","description":"Snapshots of volumes. Needs `storage.snapshots`."}},"additionalProperties":false,"description":"The core add-ons, by their names in EKS."};
const schema70 = {"type":"object","properties":{"version":{"type":"string","description":"Version, such as `v1.21.1-eksbuild.1`. `latest` reads the newest compatible version in each plan. If omitted, the version to which this version of the library is pinned."},"configuration":{"type":"object","additionalProperties":{},"description":"Settings in the schema of the add-on (`aws eks describe-addon-configuration`)."}},"additionalProperties":false,"description":"Version and settings of an add-on."};

function validate152(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "version") || (key0 === "configuration"))){
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
if(data.version !== undefined){
let data0 = data.version;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},schema:schema70.properties.version.type,parentSchema:schema70.properties.version,data:data0};
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
const err2 = {instancePath:instancePath+"/configuration",schemaPath:"#/properties/configuration/type",keyword:"type",params:{type: "object"},schema:schema70.properties.configuration.type,parentSchema:schema70.properties.configuration,data:data1};
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
validate152.errors = vErrors;
return errors === 0;
}


function validate151(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema69.properties, key0))){
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
if(data["vpc-cni"] !== undefined){
if(!(validate152(data["vpc-cni"], {instancePath:instancePath+"/vpc-cni",parentData:data,parentDataProperty:"vpc-cni",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data["kube-proxy"] !== undefined){
if(!(validate152(data["kube-proxy"], {instancePath:instancePath+"/kube-proxy",parentData:data,parentDataProperty:"kube-proxy",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data.coredns !== undefined){
if(!(validate152(data.coredns, {instancePath:instancePath+"/coredns",parentData:data,parentDataProperty:"coredns",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data["eks-pod-identity-agent"] !== undefined){
if(!(validate152(data["eks-pod-identity-agent"], {instancePath:instancePath+"/eks-pod-identity-agent",parentData:data,parentDataProperty:"eks-pod-identity-agent",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data["aws-ebs-csi-driver"] !== undefined){
if(!(validate152(data["aws-ebs-csi-driver"], {instancePath:instancePath+"/aws-ebs-csi-driver",parentData:data,parentDataProperty:"aws-ebs-csi-driver",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data["aws-efs-csi-driver"] !== undefined){
if(!(validate152(data["aws-efs-csi-driver"], {instancePath:instancePath+"/aws-efs-csi-driver",parentData:data,parentDataProperty:"aws-efs-csi-driver",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data["aws-fsx-csi-driver"] !== undefined){
if(!(validate152(data["aws-fsx-csi-driver"], {instancePath:instancePath+"/aws-fsx-csi-driver",parentData:data,parentDataProperty:"aws-fsx-csi-driver",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data["aws-mountpoint-s3-csi-driver"] !== undefined){
if(!(validate152(data["aws-mountpoint-s3-csi-driver"], {instancePath:instancePath+"/aws-mountpoint-s3-csi-driver",parentData:data,parentDataProperty:"aws-mountpoint-s3-csi-driver",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data["snapshot-controller"] !== undefined){
if(!(validate152(data["snapshot-controller"], {instancePath:instancePath+"/snapshot-controller",parentData:data,parentDataProperty:"snapshot-controller",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
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
validate151.errors = vErrors;
return errors === 0;
}

const schema71 = {"type":"object","properties":{"by":{"$ref":"#/definitions/EksAutoProvisioner","description":"- `karpenter`: Karpenter, which you install in the cluster as `kube-system/karpenter`. The cluster creates its roles, its queue   and the tags by which it finds subnets and the security group; subnets of an existing network must have the tag   `karpenter.sh/discovery: <cluster's name>`. Karpenter itself needs nodes: a small node group (best with the label   `karpenter.sh/controller: \"true\"`, for the `nodeSelector` of the chart) or a Fargate profile for `kube-system`. Delete its   NodePools before the cluster, so that it terminates its machines.\n- `auto-mode`: EKS Auto Mode. EKS runs Karpenter, pod network, DNS, block storage and load balancing itself, and terminates each   node after at most 21 days. Its price is a share of the price of each machine. A cluster without node groups and Fargate   profiles then has no add-ons except those of `storage`.","default":"karpenter"},"pools":{"type":"array","items":{"$ref":"#/definitions/EksAutoModePool"},"description":"Node pools of Auto Mode: `general-purpose`, and `system` for add-ons that tolerate `CriticalAddonsOnly`. Their nodes are in the private subnets, which the control plane then also uses: its interfaces move there when Auto Mode is enabled later, and EKS then supports no additional zone. `[]` for custom pools only: their nodes get an access entry.","default":["general-purpose","system"]},"roomForNodes":{"type":"number","description":"Nodes for the capacity plan, over all zones: as many as the limits of all NodePools together allow, which are objects in the cluster. The plan checks subnets and quotas for so many nodes, evenly distributed over the zones; no resource depends on the number. If omitted, the plan does not count these nodes, and `validate --plan` reports that."},"largestMachineType":{"type":"string","description":"The EC2 instance type of these nodes that uses the most addresses, for `roomForNodes`. If omitted, the plan assumes as many addresses as the larger common types use."}},"additionalProperties":false,"description":"What creates nodes for pods that wait for one."};
const schema72 = {"type":"string","enum":["karpenter","auto-mode"],"description":"Values of `eks.autoProvisioning.by`."};

function validate164(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema72.type,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "karpenter") || (data === "auto-mode"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema72.enum},schema:schema72.enum,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate164.errors = vErrors;
return errors === 0;
}

const schema73 = {"type":"string","enum":["general-purpose","system"],"description":"Values of `eks.autoProvisioning.pools`."};

function validate166(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema73.type,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "general-purpose") || (data === "system"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema73.enum},schema:schema73.enum,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate166.errors = vErrors;
return errors === 0;
}


function validate163(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "by") || (key0 === "pools")) || (key0 === "roomForNodes")) || (key0 === "largestMachineType"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema71,data};
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
if(!(validate164(data.by, {instancePath:instancePath+"/by",parentData:data,parentDataProperty:"by",rootData}))){
vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
errors = vErrors.length;
}
}
if(data.pools !== undefined){
let data1 = data.pools;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate166(data1[i0], {instancePath:instancePath+"/pools/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate166.errors : vErrors.concat(validate166.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/pools",schemaPath:"#/properties/pools/type",keyword:"type",params:{type: "array"},schema:schema71.properties.pools.type,parentSchema:schema71.properties.pools,data:data1};
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
const err2 = {instancePath:instancePath+"/roomForNodes",schemaPath:"#/properties/roomForNodes/type",keyword:"type",params:{type: "number"},schema:schema71.properties.roomForNodes.type,parentSchema:schema71.properties.roomForNodes,data:data3};
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
const err3 = {instancePath:instancePath+"/largestMachineType",schemaPath:"#/properties/largestMachineType/type",keyword:"type",params:{type: "string"},schema:schema71.properties.largestMachineType.type,parentSchema:schema71.properties.largestMachineType,data:data4};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema71.type,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate163.errors = vErrors;
return errors === 0;
}

const schema74 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the profile, unique in its cluster: lower-case letters, digits and `-`, starting with a letter, but not with `eks-`; at most 54 characters. In EKS the name also has a hash of the fields that cannot be changed."},"selectors":{"type":"array","items":{"$ref":"#/definitions/EksFargateSelector"},"description":"Selectors of pods, one to five."},"roomForPods":{"type":"number","description":"Pods at the same time for the capacity plan. Each takes an address of the private subnets. They are counted evenly distributed over the zones; no resource depends on the number. If omitted, the plan does not count these pods, and `validate --plan` reports that."}},"required":["name","selectors"],"additionalProperties":false,"description":"Pods that run on Fargate in the private subnets: those that a selector matches."};
const schema75 = {"type":"object","properties":{"namespace":{"type":"string","description":"A namespace, or a pattern: `*` matches any characters, `?` one character."},"labels":{"type":"object","additionalProperties":{"type":"string"},"description":"Labels that the pods must have, all of them. If omitted, all pods of the namespace."}},"required":["namespace"],"additionalProperties":false,"description":"Pods of a namespace, or of namespaces that a pattern matches."};

function validate170(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.namespace === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespace"},schema:schema75.required,parentSchema:schema75,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema75,data};
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
const err2 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema75.properties.namespace.type,parentSchema:schema75.properties.namespace,data:data0};
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
const err3 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema75.properties.labels.additionalProperties.type,parentSchema:schema75.properties.labels.additionalProperties,data:data2};
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
const err4 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},schema:schema75.properties.labels.type,parentSchema:schema75.properties.labels,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema75.type,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate170.errors = vErrors;
return errors === 0;
}


function validate169(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema74.required,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.selectors === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "selectors"},schema:schema74.required,parentSchema:schema74,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema74,data};
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
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema74.properties.name.type,parentSchema:schema74.properties.name,data:data0};
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
if(!(validate170(data1[i0], {instancePath:instancePath+"/selectors/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/type",keyword:"type",params:{type: "array"},schema:schema74.properties.selectors.type,parentSchema:schema74.properties.selectors,data:data1};
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
const err5 = {instancePath:instancePath+"/roomForPods",schemaPath:"#/properties/roomForPods/type",keyword:"type",params:{type: "number"},schema:schema74.properties.roomForPods.type,parentSchema:schema74.properties.roomForPods,data:data3};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema74.type,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate169.errors = vErrors;
return errors === 0;
}

const schema76 = {"type":"object","properties":{"nodeCidrs":{"type":"array","items":{"type":"string"},"description":"IPv4 ranges of the machines, 1 to 15."},"podCidrs":{"type":"array","items":{"type":"string"},"description":"IPv4 ranges of the pods on them, at most 15. Needed if the control plane calls these pods, such as webhooks.","default":[]},"credentials":{"type":"string","const":"ssm","description":"`ssm` creates the role of machines that AWS Systems Manager activates, and its access entry: `aws ssm create-activation --iam-role <stack's output hybrid_node_role_name> --tags Key=EKSClusterARN,Value=<cluster's ARN>`. If this and `nodeRoleArn` are omitted, no machine has access."},"nodeRoleArn":{"type":"string","description":"ARN of an existing role of the machines, such as one for IAM Roles Anywhere. It replaces `credentials`."}},"required":["nodeCidrs"],"additionalProperties":false,"description":"Networks of hybrid nodes. They need a route to the VPC and back (VPN, Direct Connect). Their ranges are private IPv4 ranges that do not overlap those of the VPC and of services."};

function validate173(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeCidrs === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeCidrs"},schema:schema76.required,parentSchema:schema76,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema76,data};
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
const err2 = {instancePath:instancePath+"/nodeCidrs/" + i0,schemaPath:"#/properties/nodeCidrs/items/type",keyword:"type",params:{type: "string"},schema:schema76.properties.nodeCidrs.items.type,parentSchema:schema76.properties.nodeCidrs.items,data:data1};
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
const err3 = {instancePath:instancePath+"/nodeCidrs",schemaPath:"#/properties/nodeCidrs/type",keyword:"type",params:{type: "array"},schema:schema76.properties.nodeCidrs.type,parentSchema:schema76.properties.nodeCidrs,data:data0};
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
const err4 = {instancePath:instancePath+"/podCidrs/" + i1,schemaPath:"#/properties/podCidrs/items/type",keyword:"type",params:{type: "string"},schema:schema76.properties.podCidrs.items.type,parentSchema:schema76.properties.podCidrs.items,data:data3};
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
const err5 = {instancePath:instancePath+"/podCidrs",schemaPath:"#/properties/podCidrs/type",keyword:"type",params:{type: "array"},schema:schema76.properties.podCidrs.type,parentSchema:schema76.properties.podCidrs,data:data2};
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
const err6 = {instancePath:instancePath+"/credentials",schemaPath:"#/properties/credentials/type",keyword:"type",params:{type: "string"},schema:schema76.properties.credentials.type,parentSchema:schema76.properties.credentials,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if("ssm" !== data4){
const err7 = {instancePath:instancePath+"/credentials",schemaPath:"#/properties/credentials/const",keyword:"const",params:{allowedValue: "ssm"},schema:"ssm",parentSchema:schema76.properties.credentials,data:data4};
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
const err8 = {instancePath:instancePath+"/nodeRoleArn",schemaPath:"#/properties/nodeRoleArn/type",keyword:"type",params:{type: "string"},schema:schema76.properties.nodeRoleArn.type,parentSchema:schema76.properties.nodeRoleArn,data:data5};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema76.type,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate173.errors = vErrors;
return errors === 0;
}

const schema77 = {"type":"string","enum":["standard","tier-xl","tier-2xl","tier-4xl"],"description":"Values of `eks.controlPlaneTier`."};

function validate175(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema77.type,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((data === "standard") || (data === "tier-xl")) || (data === "tier-2xl")) || (data === "tier-4xl"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema77.enum},schema:schema77.enum,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate175.errors = vErrors;
return errors === 0;
}

const schema78 = {"type":"object","properties":{"ack":{"$ref":"#/definitions/EksCapabilitySpec","description":"AWS Controllers for Kubernetes: AWS resources as Kubernetes objects."},"kro":{"$ref":"#/definitions/EksCapabilitySpec","description":"Kube Resource Orchestrator: several objects as one."},"argocd":{"$ref":"#/definitions/EksArgoCdSpec","description":"Argo CD deploys the content of Git repositories to the cluster. Users sign in through AWS IAM Identity Center."}},"additionalProperties":false,"description":"EKS capabilities: controllers that run in the account of AWS and act in the cluster. Each has a separate role. Resources that a controller created in the cluster remain when its capability is removed."};
const schema79 = {"type":"object","properties":{"policyArns":{"type":"array","items":{"type":"string"},"description":"ARNs of policies for the role of the capability: the permissions of the controller in AWS.","default":[]}},"additionalProperties":false,"description":"A capability of EKS."};

function validate178(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "policyArns")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema79,data};
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
const err1 = {instancePath:instancePath+"/policyArns/" + i0,schemaPath:"#/properties/policyArns/items/type",keyword:"type",params:{type: "string"},schema:schema79.properties.policyArns.items.type,parentSchema:schema79.properties.policyArns.items,data:data1};
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
const err2 = {instancePath:instancePath+"/policyArns",schemaPath:"#/properties/policyArns/type",keyword:"type",params:{type: "array"},schema:schema79.properties.policyArns.type,parentSchema:schema79.properties.policyArns,data:data0};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema79.type,parentSchema:schema79,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate178.errors = vErrors;
return errors === 0;
}

const schema80 = {"type":"object","properties":{"policyArns":{"type":"array","items":{"type":"string"},"description":"ARNs of policies for the role of the capability: the permissions of the controller in AWS.","default":[]},"identityCenterArn":{"type":"string","description":"ARN of the instance of IAM Identity Center, `arn:aws:sso:::instance/ssoins-…`."},"identityCenterRegion":{"type":"string","description":"Region of the instance. If omitted, that of the cluster."},"namespace":{"type":"string","description":"Namespace of the objects of Argo CD.","default":"argocd"},"access":{"type":"array","items":{"$ref":"#/definitions/EksArgoCdAccess"},"description":"Ids of users and groups in Identity Center, by their role in Argo CD. By default no user has a role.","default":[]},"vpcEndpointIds":{"type":"array","items":{"type":"string"},"description":"Ids of VPC endpoints. Argo CD is then reachable only through them. If omitted, it is public, with sign-in."}},"required":["identityCenterArn"],"additionalProperties":false,"description":"Argo CD as a capability of EKS."};
const schema81 = {"type":"object","properties":{"role":{"type":"string","enum":["ADMIN","EDITOR","VIEWER"],"description":"Role, by its name in Argo CD."},"users":{"type":"array","items":{"type":"string"},"description":"Ids of users in Identity Center."},"groups":{"type":"array","items":{"type":"string"},"description":"Ids of groups in Identity Center."}},"required":["role"],"additionalProperties":false,"description":"Users and groups with a role in Argo CD, at least one of them."};

function validate182(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.role === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "role"},schema:schema81.required,parentSchema:schema81,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema81,data};
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
const err2 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},schema:schema81.properties.role.type,parentSchema:schema81.properties.role,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data0 === "ADMIN") || (data0 === "EDITOR")) || (data0 === "VIEWER"))){
const err3 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/enum",keyword:"enum",params:{allowedValues: schema81.properties.role.enum},schema:schema81.properties.role.enum,parentSchema:schema81.properties.role,data:data0};
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
const err4 = {instancePath:instancePath+"/users/" + i0,schemaPath:"#/properties/users/items/type",keyword:"type",params:{type: "string"},schema:schema81.properties.users.items.type,parentSchema:schema81.properties.users.items,data:data2};
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
const err5 = {instancePath:instancePath+"/users",schemaPath:"#/properties/users/type",keyword:"type",params:{type: "array"},schema:schema81.properties.users.type,parentSchema:schema81.properties.users,data:data1};
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
const err6 = {instancePath:instancePath+"/groups/" + i1,schemaPath:"#/properties/groups/items/type",keyword:"type",params:{type: "string"},schema:schema81.properties.groups.items.type,parentSchema:schema81.properties.groups.items,data:data4};
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
const err7 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"},schema:schema81.properties.groups.type,parentSchema:schema81.properties.groups,data:data3};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema81.type,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate182.errors = vErrors;
return errors === 0;
}


function validate181(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.identityCenterArn === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "identityCenterArn"},schema:schema80.required,parentSchema:schema80,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema80,data};
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
const err2 = {instancePath:instancePath+"/policyArns/" + i0,schemaPath:"#/properties/policyArns/items/type",keyword:"type",params:{type: "string"},schema:schema80.properties.policyArns.items.type,parentSchema:schema80.properties.policyArns.items,data:data1};
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
const err3 = {instancePath:instancePath+"/policyArns",schemaPath:"#/properties/policyArns/type",keyword:"type",params:{type: "array"},schema:schema80.properties.policyArns.type,parentSchema:schema80.properties.policyArns,data:data0};
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
const err4 = {instancePath:instancePath+"/identityCenterArn",schemaPath:"#/properties/identityCenterArn/type",keyword:"type",params:{type: "string"},schema:schema80.properties.identityCenterArn.type,parentSchema:schema80.properties.identityCenterArn,data:data2};
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
const err5 = {instancePath:instancePath+"/identityCenterRegion",schemaPath:"#/properties/identityCenterRegion/type",keyword:"type",params:{type: "string"},schema:schema80.properties.identityCenterRegion.type,parentSchema:schema80.properties.identityCenterRegion,data:data3};
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
const err6 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema80.properties.namespace.type,parentSchema:schema80.properties.namespace,data:data4};
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
if(!(validate182(data5[i1], {instancePath:instancePath+"/access/" + i1,parentData:data5,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate182.errors : vErrors.concat(validate182.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "array"},schema:schema80.properties.access.type,parentSchema:schema80.properties.access,data:data5};
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
const err8 = {instancePath:instancePath+"/vpcEndpointIds/" + i2,schemaPath:"#/properties/vpcEndpointIds/items/type",keyword:"type",params:{type: "string"},schema:schema80.properties.vpcEndpointIds.items.type,parentSchema:schema80.properties.vpcEndpointIds.items,data:data8};
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
const err9 = {instancePath:instancePath+"/vpcEndpointIds",schemaPath:"#/properties/vpcEndpointIds/type",keyword:"type",params:{type: "array"},schema:schema80.properties.vpcEndpointIds.type,parentSchema:schema80.properties.vpcEndpointIds,data:data7};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema80.type,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate181.errors = vErrors;
return errors === 0;
}


function validate177(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "ack") || (key0 === "kro")) || (key0 === "argocd"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema78,data};
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
if(!(validate178(data.ack, {instancePath:instancePath+"/ack",parentData:data,parentDataProperty:"ack",rootData}))){
vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors);
errors = vErrors.length;
}
}
if(data.kro !== undefined){
if(!(validate178(data.kro, {instancePath:instancePath+"/kro",parentData:data,parentDataProperty:"kro",rootData}))){
vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors);
errors = vErrors.length;
}
}
if(data.argocd !== undefined){
if(!(validate181(data.argocd, {instancePath:instancePath+"/argocd",parentData:data,parentDataProperty:"argocd",rootData}))){
vErrors = vErrors === null ? validate181.errors : vErrors.concat(validate181.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema78.type,parentSchema:schema78,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate177.errors = vErrors;
return errors === 0;
}


function validate150(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema68.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema68,data};
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
const err1 = {instancePath:instancePath+"/authenticationMode",schemaPath:"#/properties/authenticationMode/type",keyword:"type",params:{type: "string"},schema:schema68.properties.authenticationMode.type,parentSchema:schema68.properties.authenticationMode,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "API") || (data0 === "API_AND_CONFIG_MAP"))){
const err2 = {instancePath:instancePath+"/authenticationMode",schemaPath:"#/properties/authenticationMode/enum",keyword:"enum",params:{allowedValues: schema68.properties.authenticationMode.enum},schema:schema68.properties.authenticationMode.enum,parentSchema:schema68.properties.authenticationMode,data:data0};
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
const err3 = {instancePath:instancePath+"/zonalShift",schemaPath:"#/properties/zonalShift/type",keyword:"type",params:{type: "boolean"},schema:schema68.properties.zonalShift.type,parentSchema:schema68.properties.zonalShift,data:data1};
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
if(!(validate151(data.addOns, {instancePath:instancePath+"/addOns",parentData:data,parentDataProperty:"addOns",rootData}))){
vErrors = vErrors === null ? validate151.errors : vErrors.concat(validate151.errors);
errors = vErrors.length;
}
}
if(data.clusterRoleArn !== undefined){
let data3 = data.clusterRoleArn;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/clusterRoleArn",schemaPath:"#/properties/clusterRoleArn/type",keyword:"type",params:{type: "string"},schema:schema68.properties.clusterRoleArn.type,parentSchema:schema68.properties.clusterRoleArn,data:data3};
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
const err5 = {instancePath:instancePath+"/nodeRoleArn",schemaPath:"#/properties/nodeRoleArn/type",keyword:"type",params:{type: "string"},schema:schema68.properties.nodeRoleArn.type,parentSchema:schema68.properties.nodeRoleArn,data:data4};
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
if(!(validate163(data.autoProvisioning, {instancePath:instancePath+"/autoProvisioning",parentData:data,parentDataProperty:"autoProvisioning",rootData}))){
vErrors = vErrors === null ? validate163.errors : vErrors.concat(validate163.errors);
errors = vErrors.length;
}
}
if(data.autoMode !== undefined){
let data6 = data.autoMode;
if(typeof data6 !== "string"){
const err6 = {instancePath:instancePath+"/autoMode",schemaPath:"#/properties/autoMode/type",keyword:"type",params:{type: "string"},schema:schema68.properties.autoMode.type,parentSchema:schema68.properties.autoMode,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if("off" !== data6){
const err7 = {instancePath:instancePath+"/autoMode",schemaPath:"#/properties/autoMode/const",keyword:"const",params:{allowedValue: "off"},schema:"off",parentSchema:schema68.properties.autoMode,data:data6};
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
if(!(validate169(data7[i0], {instancePath:instancePath+"/fargateProfiles/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/fargateProfiles",schemaPath:"#/properties/fargateProfiles/type",keyword:"type",params:{type: "array"},schema:schema68.properties.fargateProfiles.type,parentSchema:schema68.properties.fargateProfiles,data:data7};
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
const err9 = {instancePath:instancePath+"/nodeTerminationHandler",schemaPath:"#/properties/nodeTerminationHandler/type",keyword:"type",params:{type: "boolean"},schema:schema68.properties.nodeTerminationHandler.type,parentSchema:schema68.properties.nodeTerminationHandler,data:data9};
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
if(!(validate173(data.remoteNetworks, {instancePath:instancePath+"/remoteNetworks",parentData:data,parentDataProperty:"remoteNetworks",rootData}))){
vErrors = vErrors === null ? validate173.errors : vErrors.concat(validate173.errors);
errors = vErrors.length;
}
}
if(data.controlPlaneTier !== undefined){
if(!(validate175(data.controlPlaneTier, {instancePath:instancePath+"/controlPlaneTier",parentData:data,parentDataProperty:"controlPlaneTier",rootData}))){
vErrors = vErrors === null ? validate175.errors : vErrors.concat(validate175.errors);
errors = vErrors.length;
}
}
if(data.capabilities !== undefined){
if(!(validate177(data.capabilities, {instancePath:instancePath+"/capabilities",parentData:data,parentDataProperty:"capabilities",rootData}))){
vErrors = vErrors === null ? validate177.errors : vErrors.concat(validate177.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema68.type,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate150.errors = vErrors;
return errors === 0;
}


function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.access === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "access"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kubernetesVersion === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kubernetesVersion"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.name === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.nodeGroups === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeGroups"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.platform === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "platform"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.region === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "region"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema19.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema19,data};
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
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema19.properties.name.type,parentSchema:schema19.properties.name,data:data0};
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
const err8 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},schema:schema19.properties.region.type,parentSchema:schema19.properties.region,data:data1};
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
const err9 = {instancePath:instancePath+"/kubernetesVersion",schemaPath:"#/properties/kubernetesVersion/type",keyword:"type",params:{type: "string"},schema:schema19.properties.kubernetesVersion.type,parentSchema:schema19.properties.kubernetesVersion,data:data2};
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
if(!(validate50(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
if(data.access !== undefined){
if(!(validate67(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
if(data.nodeGroups !== undefined){
let data5 = data.nodeGroups;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate72(data5[i0], {instancePath:instancePath+"/nodeGroups/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/nodeGroups",schemaPath:"#/properties/nodeGroups/type",keyword:"type",params:{type: "array"},schema:schema19.properties.nodeGroups.type,parentSchema:schema19.properties.nodeGroups,data:data5};
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
if(!(validate116(data.autoscaling, {instancePath:instancePath+"/autoscaling",parentData:data,parentDataProperty:"autoscaling",rootData}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data.storage !== undefined){
if(!(validate118(data.storage, {instancePath:instancePath+"/storage",parentData:data,parentDataProperty:"storage",rootData}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
}
if(data.encryption !== undefined){
if(!(validate132(data.encryption, {instancePath:instancePath+"/encryption",parentData:data,parentDataProperty:"encryption",rootData}))){
vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
errors = vErrors.length;
}
}
if(data.loadBalancing !== undefined){
if(!(validate134(data.loadBalancing, {instancePath:instancePath+"/loadBalancing",parentData:data,parentDataProperty:"loadBalancing",rootData}))){
vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors);
errors = vErrors.length;
}
}
if(data.dns !== undefined){
if(!(validate136(data.dns, {instancePath:instancePath+"/dns",parentData:data,parentDataProperty:"dns",rootData}))){
vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
errors = vErrors.length;
}
}
if(data.workloadIdentities !== undefined){
let data12 = data.workloadIdentities;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(!(validate138(data12[i1], {instancePath:instancePath+"/workloadIdentities/" + i1,parentData:data12,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate138.errors : vErrors.concat(validate138.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/workloadIdentities",schemaPath:"#/properties/workloadIdentities/type",keyword:"type",params:{type: "array"},schema:schema19.properties.workloadIdentities.type,parentSchema:schema19.properties.workloadIdentities,data:data12};
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
if(!(validate144(data.observability, {instancePath:instancePath+"/observability",parentData:data,parentDataProperty:"observability",rootData}))){
vErrors = vErrors === null ? validate144.errors : vErrors.concat(validate144.errors);
errors = vErrors.length;
}
}
if(data.protection !== undefined){
let data15 = data.protection;
if(typeof data15 !== "boolean"){
const err12 = {instancePath:instancePath+"/protection",schemaPath:"#/properties/protection/type",keyword:"type",params:{type: "boolean"},schema:schema19.properties.protection.type,parentSchema:schema19.properties.protection,data:data15};
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
const err13 = {instancePath:instancePath+"/tags/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema19.properties.tags.additionalProperties.type,parentSchema:schema19.properties.tags.additionalProperties,data:data17};
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
const err14 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema19.properties.tags.type,parentSchema:schema19.properties.tags,data:data16};
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
const err15 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/type",keyword:"type",params:{type: "string"},schema:schema19.properties.platform.type,parentSchema:schema19.properties.platform,data:data18};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if("eks" !== data18){
const err16 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/const",keyword:"const",params:{allowedValue: "eks"},schema:"eks",parentSchema:schema19.properties.platform,data:data18};
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
if(!(validate148(data.upgrades, {instancePath:instancePath+"/upgrades",parentData:data,parentDataProperty:"upgrades",rootData}))){
vErrors = vErrors === null ? validate148.errors : vErrors.concat(validate148.errors);
errors = vErrors.length;
}
}
if(data.eks !== undefined){
if(!(validate150(data.eks, {instancePath:instancePath+"/eks",parentData:data,parentDataProperty:"eks",rootData}))){
vErrors = vErrors === null ? validate150.errors : vErrors.concat(validate150.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}

export const AksClusterSpec = validate187;
const schema82 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the cluster, unique in its environment. In an environment file the cloud knows the cluster as `<environment>-<name>`, which is also the id of its stack.\n\nLimits: starts with a letter; letters, digits and `-`. The platform limits the length of the whole."},"region":{"type":"string","description":"Region of the cloud, e.g. `us-east-1`. A literal: it decides zone names and partitions."},"kubernetesVersion":{"type":"string","description":"Kubernetes version: a minor (`\"1.35\"`, its newest patch), or with `upgrades.channel: none` a patch (`\"1.35.2\"`). With the channels `stable` and `rapid` it is the version at creation; Azure upgrades it afterwards."},"network":{"$ref":"#/definitions/AksNetworkSpec","description":"A new virtual network, or an existing one."},"access":{"$ref":"#/definitions/AksAccessSpec","description":"Reachability of the API server, and access to the cluster."},"nodeGroups":{"type":"array","items":{"$ref":"#/definitions/AksNodeGroupSpec"},"description":"The workers. One group is the cluster's first node pool, without which AKS creates no cluster: see `mode`."},"autoscaling":{"$ref":"#/definitions/Autoscaling","description":"What changes the number of nodes of groups that have a size range.\n\n- `none`: nothing; the range has no effect.\n- `cluster-autoscaler`: the autoscaler of AKS, which runs in the control plane.\n- `auto-provisioning`: AKS creates machines for pending pods (Karpenter, run by Azure). All groups have a fixed size. Needs   provider 4.57 or later: `aks.providerMinimum`.","default":"cluster-autoscaler"},"storage":{"$ref":"#/definitions/AksStorageSpec","description":"Persistent storage for workloads."},"encryption":{"$ref":"#/definitions/AksEncryptionSpec","description":"Keys that encrypt the cluster's secrets and disks."},"loadBalancing":{"$ref":"#/definitions/AksLoadBalancingSpec","description":"Ingress controllers that AKS runs."},"dns":{"$ref":"#/definitions/AksDnsSpec","description":"Records in Azure DNS."},"workloadIdentities":{"type":"array","items":{"$ref":"#/definitions/AksWorkloadIdentitySpec"},"description":"Service accounts with an identity of Azure."},"observability":{"$ref":"#/definitions/AksObservabilitySpec","description":"Logs and metrics."},"protection":{"type":"boolean","description":"Terraform's `prevent_destroy` on the cluster and on the resources that it needs. AKS has no deletion protection, and a lock of Azure Resource Manager would also prevent the replacement of node pools.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags on everything that can carry them. Keys and values as the cloud takes them."},"platform":{"type":"string","const":"aks","description":"Azure Kubernetes Service."},"upgrades":{"$ref":"#/definitions/AksUpgradesSpec","description":"When and how far Azure upgrades the cluster."},"aks":{"$ref":"#/definitions/AksOptions","description":"Settings that only AKS has."}},"required":["access","kubernetesVersion","name","nodeGroups","platform","region"],"additionalProperties":false,"description":"An AKS cluster, as an environment file describes it."};
const schema83 = {"type":"object","properties":{"cidr":{"type":"string","description":"IPv4 range of a new virtual network, /8 to /20. Immutable. Nodes use its first half; the rest is for the API server, private endpoints, file systems and pods in a separate subnet.","default":"10.0.0.0/16"},"zones":{"anyOf":[{"type":"number"},{"type":"array","items":{"type":"string"}}],"description":"Availability zones of nodes: their number, or their names `\"1\"` to `\"3\"`. Azure distributes the control plane over zones itself.","default":3},"nat":{"type":"string","enum":["none","single","per-zone","regional"],"description":"NAT gateways with which private nodes reach the internet, with `egress: { type: nat-gateway }`. A standard gateway of Azure is in one zone.\n\n- `none`: no internet access; the same as `egress: { type: none }`.\n- `single`: one gateway, in a zone that Azure chooses.\n- `per-zone`: one gateway and one subnet of nodes in each zone. All groups must have `spread: per-zone`, since a node pool has one   subnet.\n- `regional`: one gateway over all zones (StandardV2). Needs provider 4.67 or later: `aks.providerMinimum`.","default":"single"},"serviceCidr":{"type":"string","description":"IPv4 range of Kubernetes services, at most a /12. Immutable. Its tenth address is the cluster's DNS service.","default":"172.16.0.0/16"},"private":{"type":"boolean","description":"A network without any way to the internet, and an API server without a public address: no gateways, no public subnets; what nodes need of the cloud comes through endpoints, which are made. Images must come from a registry inside the cloud, and people from a network that is joined to this one.","default":false},"ipFamily":{"type":"string","const":"ipv4","description":"Address family. For IPv6 in addition to IPv4 use `dualStack`; AKS has no clusters with IPv6 only."},"podCidr":{"type":"string","description":"IPv4 range of pods with `podNetwork` `overlay` or `kubenet`. Each node uses a /24 of it. Immutable.","default":"10.244.0.0/16"},"podNetwork":{"$ref":"#/definitions/AksPodNetwork","description":"Where the addresses of pods come from. Immutable.\n\n- `overlay`: from `podCidr`, which is internal to the cluster.\n- `pod-subnet`: from a separate subnet.\n- `flat`: from the subnet of nodes.\n- `kubenet`: from `podCidr`, with routes; Azure retires it in March 2028.\n- `none`: AKS installs no pod network. You install one before any pod runs.","default":"overlay"},"networkPolicy":{"$ref":"#/definitions/AksNetworkPolicy","description":"Engine of network policies. `cilium` makes Cilium the data plane as well, with `podNetwork` `overlay` or `pod-subnet`. A change would replace the cluster and is refused.\n\nIf omitted: `cilium` if the pod network supports it, otherwise `azure` with `flat`, `calico` with `kubenet`, `none` with `none`."},"advancedNetworking":{"$ref":"#/definitions/AksAdvancedNetworkingSpec","description":"Observability and policies of Cilium beyond network policies. Costs extra."},"dualStack":{"type":"boolean","description":"IPv6 addresses for nodes, pods and services in addition to IPv4. Only with `podNetwork` `overlay` and `kubenet`. Immutable. The subnet of nodes in an existing network must have both.","default":false},"egress":{"$ref":"#/definitions/AksEgress","description":"How nodes and pods reach the internet.","default":{"type":"nat-gateway"}},"existing":{"$ref":"#/definitions/AksExistingNetwork","description":"An existing virtual network."},"httpProxy":{"$ref":"#/definitions/AksHttpProxySpec","description":"A proxy that nodes and pods use for connections to the outside."}},"additionalProperties":false,"description":"A new virtual network, or an existing one."};
const schema84 = {"type":"string","enum":["overlay","pod-subnet","flat","kubenet","none"],"description":"Value of `network.podNetwork`."};

function validate189(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema84.type,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((data === "overlay") || (data === "pod-subnet")) || (data === "flat")) || (data === "kubenet")) || (data === "none"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema84.enum},schema:schema84.enum,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate189.errors = vErrors;
return errors === 0;
}

const schema85 = {"type":"string","enum":["cilium","azure","calico","none"],"description":"Value of `network.networkPolicy`."};

function validate191(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema85.type,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((data === "cilium") || (data === "azure")) || (data === "calico")) || (data === "none"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema85.enum},schema:schema85.enum,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate191.errors = vErrors;
return errors === 0;
}

const schema86 = {"type":"object","properties":{"observability":{"type":"boolean","description":"Metrics and flows of pods (Hubble).","default":false},"security":{"type":"boolean","description":"Policies by domain name.","default":false}},"additionalProperties":false,"description":"Value of `network.advancedNetworking`."};

function validate193(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "observability") || (key0 === "security"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.observability !== undefined){
let data0 = data.observability;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/observability",schemaPath:"#/properties/observability/type",keyword:"type",params:{type: "boolean"},schema:schema86.properties.observability.type,parentSchema:schema86.properties.observability,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.security !== undefined){
let data1 = data.security;
if(typeof data1 !== "boolean"){
const err2 = {instancePath:instancePath+"/security",schemaPath:"#/properties/security/type",keyword:"type",params:{type: "boolean"},schema:schema86.properties.security.type,parentSchema:schema86.properties.security,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema86.type,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate193.errors = vErrors;
return errors === 0;
}

const schema87 = {"description":"Value of `network.egress`.","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"$ref":"#/definitions/AksNatGatewayEgress"},{"$ref":"#/definitions/AksLoadBalancerEgress"},{"$ref":"#/definitions/AksManagedNatEgress"},{"$ref":"#/definitions/AksRouteTableEgress"},{"$ref":"#/definitions/AksNoEgress"}],"words":["nat-gateway","load-balancer","managed-nat","route-table","none"]};
const schema88 = {"type":"object","properties":{"type":{"type":"string","const":"nat-gateway"},"idleTimeoutMinutes":{"type":"number","description":"Minutes after which an idle connection ends, 4 to 120.","default":4}},"required":["type"],"additionalProperties":false,"description":"New NAT gateways, as many as `nat` states. Gateways of an existing network are managed outside this file."};

function validate196(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "type") || (key0 === "idleTimeoutMinutes"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema88,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema88.properties.type.type,parentSchema:schema88.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if("nat-gateway" !== data0){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "nat-gateway"},schema:"nat-gateway",parentSchema:schema88.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.idleTimeoutMinutes !== undefined){
let data1 = data.idleTimeoutMinutes;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/idleTimeoutMinutes",schemaPath:"#/properties/idleTimeoutMinutes/type",keyword:"type",params:{type: "number"},schema:schema88.properties.idleTimeoutMinutes.type,parentSchema:schema88.properties.idleTimeoutMinutes,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema88.type,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate196.errors = vErrors;
return errors === 0;
}

const schema89 = {"type":"object","properties":{"type":{"type":"string","const":"load-balancer"},"ips":{"type":"number","description":"Public addresses that AKS creates, 1 to 100. One of `ips`, `ipIds` and `prefixIds`; one address if all are omitted."},"ipIds":{"type":"array","items":{"type":"string"},"description":"Ids of public addresses."},"prefixIds":{"type":"array","items":{"type":"string"},"description":"Ids of prefixes of public addresses."},"portsPerNode":{"type":"number","description":"Ports for each node, 0 to 64,000 in steps of 8. With 0 Azure distributes them by the number of nodes, and connections break when the number exceeds a step.","default":0},"idleTimeoutMinutes":{"type":"number","description":"Minutes after which an idle connection ends, 4 to 100.","default":30}},"required":["type"],"additionalProperties":false,"description":"The cluster's standard load balancer. Its ports must suffice for all nodes: 64,000 for each address."};

function validate197(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "type") || (key0 === "ips")) || (key0 === "ipIds")) || (key0 === "prefixIds")) || (key0 === "portsPerNode")) || (key0 === "idleTimeoutMinutes"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema89,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema89.properties.type.type,parentSchema:schema89.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if("load-balancer" !== data0){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "load-balancer"},schema:"load-balancer",parentSchema:schema89.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.ips !== undefined){
let data1 = data.ips;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/ips",schemaPath:"#/properties/ips/type",keyword:"type",params:{type: "number"},schema:schema89.properties.ips.type,parentSchema:schema89.properties.ips,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.ipIds !== undefined){
let data2 = data.ipIds;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/ipIds/" + i0,schemaPath:"#/properties/ipIds/items/type",keyword:"type",params:{type: "string"},schema:schema89.properties.ipIds.items.type,parentSchema:schema89.properties.ipIds.items,data:data3};
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
const err6 = {instancePath:instancePath+"/ipIds",schemaPath:"#/properties/ipIds/type",keyword:"type",params:{type: "array"},schema:schema89.properties.ipIds.type,parentSchema:schema89.properties.ipIds,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.prefixIds !== undefined){
let data4 = data.prefixIds;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 !== "string"){
const err7 = {instancePath:instancePath+"/prefixIds/" + i1,schemaPath:"#/properties/prefixIds/items/type",keyword:"type",params:{type: "string"},schema:schema89.properties.prefixIds.items.type,parentSchema:schema89.properties.prefixIds.items,data:data5};
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
const err8 = {instancePath:instancePath+"/prefixIds",schemaPath:"#/properties/prefixIds/type",keyword:"type",params:{type: "array"},schema:schema89.properties.prefixIds.type,parentSchema:schema89.properties.prefixIds,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.portsPerNode !== undefined){
let data6 = data.portsPerNode;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err9 = {instancePath:instancePath+"/portsPerNode",schemaPath:"#/properties/portsPerNode/type",keyword:"type",params:{type: "number"},schema:schema89.properties.portsPerNode.type,parentSchema:schema89.properties.portsPerNode,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.idleTimeoutMinutes !== undefined){
let data7 = data.idleTimeoutMinutes;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err10 = {instancePath:instancePath+"/idleTimeoutMinutes",schemaPath:"#/properties/idleTimeoutMinutes/type",keyword:"type",params:{type: "number"},schema:schema89.properties.idleTimeoutMinutes.type,parentSchema:schema89.properties.idleTimeoutMinutes,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema89.type,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate197.errors = vErrors;
return errors === 0;
}

const schema90 = {"type":"object","properties":{"type":{"type":"string","const":"managed-nat"},"ips":{"type":"number","description":"Public addresses, 1 to 16.","default":1},"idleTimeoutMinutes":{"type":"number","description":"Minutes after which an idle connection ends, 4 to 120.","default":4}},"required":["type"],"additionalProperties":false,"description":"A NAT gateway that AKS creates in its own resource group. Only in a new network."};

function validate198(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema90.required,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "type") || (key0 === "ips")) || (key0 === "idleTimeoutMinutes"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema90,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema90.properties.type.type,parentSchema:schema90.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if("managed-nat" !== data0){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "managed-nat"},schema:"managed-nat",parentSchema:schema90.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.ips !== undefined){
let data1 = data.ips;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/ips",schemaPath:"#/properties/ips/type",keyword:"type",params:{type: "number"},schema:schema90.properties.ips.type,parentSchema:schema90.properties.ips,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.idleTimeoutMinutes !== undefined){
let data2 = data.idleTimeoutMinutes;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/idleTimeoutMinutes",schemaPath:"#/properties/idleTimeoutMinutes/type",keyword:"type",params:{type: "number"},schema:schema90.properties.idleTimeoutMinutes.type,parentSchema:schema90.properties.idleTimeoutMinutes,data:data2};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema90.type,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate198.errors = vErrors;
return errors === 0;
}

const schema91 = {"type":"object","properties":{"type":{"type":"string","const":"route-table"},"nextHopAddress":{"type":"string","description":"Private address of the appliance that receives 0.0.0.0/0; a route table is created. One of the two, in a new network."},"routeTableId":{"type":"string","description":"Id of an existing route table."}},"required":["type"],"additionalProperties":false,"description":"Routes to a firewall or another appliance."};

function validate199(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema91.required,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "type") || (key0 === "nextHopAddress")) || (key0 === "routeTableId"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema91,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema91.properties.type.type,parentSchema:schema91.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if("route-table" !== data0){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "route-table"},schema:"route-table",parentSchema:schema91.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.nextHopAddress !== undefined){
let data1 = data.nextHopAddress;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/nextHopAddress",schemaPath:"#/properties/nextHopAddress/type",keyword:"type",params:{type: "string"},schema:schema91.properties.nextHopAddress.type,parentSchema:schema91.properties.nextHopAddress,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.routeTableId !== undefined){
let data2 = data.routeTableId;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/routeTableId",schemaPath:"#/properties/routeTableId/type",keyword:"type",params:{type: "string"},schema:schema91.properties.routeTableId.type,parentSchema:schema91.properties.routeTableId,data:data2};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema91.type,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate199.errors = vErrors;
return errors === 0;
}

const schema92 = {"type":"object","properties":{"type":{"type":"string","const":"none"},"registryId":{"type":"string","description":"Id of an Azure Container Registry (Premium) with the cache rule for `mcr.microsoft.com`. A private endpoint to it is created in a new network, and in an existing one if `endpointSubnetId` is set."}},"required":["type","registryId"],"additionalProperties":false,"description":"No egress. Nodes pull images of Microsoft from a registry that caches them."};

function validate200(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.registryId === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "registryId"},schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "type") || (key0 === "registryId"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema92,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema92.properties.type.type,parentSchema:schema92.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if("none" !== data0){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "none"},schema:"none",parentSchema:schema92.properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.registryId !== undefined){
let data1 = data.registryId;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/registryId",schemaPath:"#/properties/registryId/type",keyword:"type",params:{type: "string"},schema:schema92.properties.registryId.type,parentSchema:schema92.properties.registryId,data:data1};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema92.type,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate200.errors = vErrors;
return errors === 0;
}


function validate195(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema87.required,parentSchema:schema87,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const tag0 = data.type;
if(typeof tag0 == "string"){
if(tag0 === "nat-gateway"){
if(!(validate196(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate196.errors : vErrors.concat(validate196.errors);
errors = vErrors.length;
}
}
else if(tag0 === "load-balancer"){
if(!(validate197(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate197.errors : vErrors.concat(validate197.errors);
errors = vErrors.length;
}
}
else if(tag0 === "managed-nat"){
if(!(validate198(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate198.errors : vErrors.concat(validate198.errors);
errors = vErrors.length;
}
}
else if(tag0 === "route-table"){
if(!(validate199(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate199.errors : vErrors.concat(validate199.errors);
errors = vErrors.length;
}
}
else if(tag0 === "none"){
if(!(validate200(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate200.errors : vErrors.concat(validate200.errors);
errors = vErrors.length;
}
}
else {
const err1 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag0},schema:schema87.discriminator,parentSchema:schema87,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag0},schema:schema87.discriminator,parentSchema:schema87,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema87.type,parentSchema:schema87,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate195.errors = vErrors;
return errors === 0;
}

const schema93 = {"type":"object","properties":{"vnetId":{"type":"string","description":"Id of the virtual network."},"nodeSubnetId":{"type":"string","description":"Id of the subnet of nodes, used by this cluster only."},"nodeSubnetCidr":{"type":"string","description":"Range of the subnet of nodes. If set, sizes are checked against it."},"podSubnetId":{"type":"string","description":"Id of the subnet of pods, with `podNetwork: pod-subnet`."},"podSubnetCidr":{"type":"string","description":"Range of the subnet of pods. If set, sizes are checked against it."},"apiServerSubnetId":{"type":"string","description":"Id of a subnet of at least a /28, delegated to `Microsoft.ContainerService/managedClusters`, with `access.private`."},"endpointSubnetId":{"type":"string","description":"Id of the subnet for the private endpoint of `egress.registryId`, with its private DNS zone. If omitted, the registry must already be reachable."}},"required":["vnetId","nodeSubnetId"],"additionalProperties":false,"description":"An existing virtual network, with its own routes, security groups and gateways."};

function validate207(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.vnetId === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vnetId"},schema:schema93.required,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.nodeSubnetId === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeSubnetId"},schema:schema93.required,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "vnetId") || (key0 === "nodeSubnetId")) || (key0 === "nodeSubnetCidr")) || (key0 === "podSubnetId")) || (key0 === "podSubnetCidr")) || (key0 === "apiServerSubnetId")) || (key0 === "endpointSubnetId"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.vnetId !== undefined){
let data0 = data.vnetId;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/vnetId",schemaPath:"#/properties/vnetId/type",keyword:"type",params:{type: "string"},schema:schema93.properties.vnetId.type,parentSchema:schema93.properties.vnetId,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.nodeSubnetId !== undefined){
let data1 = data.nodeSubnetId;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/nodeSubnetId",schemaPath:"#/properties/nodeSubnetId/type",keyword:"type",params:{type: "string"},schema:schema93.properties.nodeSubnetId.type,parentSchema:schema93.properties.nodeSubnetId,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.nodeSubnetCidr !== undefined){
let data2 = data.nodeSubnetCidr;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/nodeSubnetCidr",schemaPath:"#/properties/nodeSubnetCidr/type",keyword:"type",params:{type: "string"},schema:schema93.properties.nodeSubnetCidr.type,parentSchema:schema93.properties.nodeSubnetCidr,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.podSubnetId !== undefined){
let data3 = data.podSubnetId;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/podSubnetId",schemaPath:"#/properties/podSubnetId/type",keyword:"type",params:{type: "string"},schema:schema93.properties.podSubnetId.type,parentSchema:schema93.properties.podSubnetId,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.podSubnetCidr !== undefined){
let data4 = data.podSubnetCidr;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/podSubnetCidr",schemaPath:"#/properties/podSubnetCidr/type",keyword:"type",params:{type: "string"},schema:schema93.properties.podSubnetCidr.type,parentSchema:schema93.properties.podSubnetCidr,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.apiServerSubnetId !== undefined){
let data5 = data.apiServerSubnetId;
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/apiServerSubnetId",schemaPath:"#/properties/apiServerSubnetId/type",keyword:"type",params:{type: "string"},schema:schema93.properties.apiServerSubnetId.type,parentSchema:schema93.properties.apiServerSubnetId,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.endpointSubnetId !== undefined){
let data6 = data.endpointSubnetId;
if(typeof data6 !== "string"){
const err9 = {instancePath:instancePath+"/endpointSubnetId",schemaPath:"#/properties/endpointSubnetId/type",keyword:"type",params:{type: "string"},schema:schema93.properties.endpointSubnetId.type,parentSchema:schema93.properties.endpointSubnetId,data:data6};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema93.type,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate207.errors = vErrors;
return errors === 0;
}

const schema94 = {"type":"object","properties":{"http":{"type":"string","description":"Proxy of HTTP, for example `http://proxy.example.com:3128`."},"https":{"type":"string","description":"Proxy of HTTPS."},"noProxy":{"type":"array","items":{"type":"string"},"description":"Names, addresses and ranges that are reached without the proxy. Ignored after creation, since Azure adds its own."},"trustedCa":{"type":"string","description":"Certificate authority of the proxy, PEM in base64."}},"additionalProperties":false,"description":"Value of `network.httpProxy`."};

function validate209(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "http") || (key0 === "https")) || (key0 === "noProxy")) || (key0 === "trustedCa"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.http !== undefined){
let data0 = data.http;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/http",schemaPath:"#/properties/http/type",keyword:"type",params:{type: "string"},schema:schema94.properties.http.type,parentSchema:schema94.properties.http,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.https !== undefined){
let data1 = data.https;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/https",schemaPath:"#/properties/https/type",keyword:"type",params:{type: "string"},schema:schema94.properties.https.type,parentSchema:schema94.properties.https,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.noProxy !== undefined){
let data2 = data.noProxy;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err3 = {instancePath:instancePath+"/noProxy/" + i0,schemaPath:"#/properties/noProxy/items/type",keyword:"type",params:{type: "string"},schema:schema94.properties.noProxy.items.type,parentSchema:schema94.properties.noProxy.items,data:data3};
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
const err4 = {instancePath:instancePath+"/noProxy",schemaPath:"#/properties/noProxy/type",keyword:"type",params:{type: "array"},schema:schema94.properties.noProxy.type,parentSchema:schema94.properties.noProxy,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.trustedCa !== undefined){
let data4 = data.trustedCa;
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/trustedCa",schemaPath:"#/properties/trustedCa/type",keyword:"type",params:{type: "string"},schema:schema94.properties.trustedCa.type,parentSchema:schema94.properties.trustedCa,data:data4};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema94.type,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate209.errors = vErrors;
return errors === 0;
}


function validate188(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema83.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema83,data};
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
const err1 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema83.properties.cidr.type,parentSchema:schema83.properties.cidr,data:data0};
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
const err2 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema83.properties.zones.anyOf[0].type,parentSchema:schema83.properties.zones.anyOf[0],data:data1};
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
const err3 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema83.properties.zones.anyOf[1].items.type,parentSchema:schema83.properties.zones.anyOf[1].items,data:data2};
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
const err4 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema83.properties.zones.anyOf[1].type,parentSchema:schema83.properties.zones.anyOf[1],data:data1};
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
const err5 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf",keyword:"anyOf",params:{},schema:schema83.properties.zones.anyOf,parentSchema:schema83.properties.zones,data:data1};
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
let data3 = data.nat;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/nat",schemaPath:"#/properties/nat/type",keyword:"type",params:{type: "string"},schema:schema83.properties.nat.type,parentSchema:schema83.properties.nat,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((data3 === "none") || (data3 === "single")) || (data3 === "per-zone")) || (data3 === "regional"))){
const err7 = {instancePath:instancePath+"/nat",schemaPath:"#/properties/nat/enum",keyword:"enum",params:{allowedValues: schema83.properties.nat.enum},schema:schema83.properties.nat.enum,parentSchema:schema83.properties.nat,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.serviceCidr !== undefined){
let data4 = data.serviceCidr;
if(typeof data4 !== "string"){
const err8 = {instancePath:instancePath+"/serviceCidr",schemaPath:"#/properties/serviceCidr/type",keyword:"type",params:{type: "string"},schema:schema83.properties.serviceCidr.type,parentSchema:schema83.properties.serviceCidr,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.private !== undefined){
let data5 = data.private;
if(typeof data5 !== "boolean"){
const err9 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/type",keyword:"type",params:{type: "boolean"},schema:schema83.properties.private.type,parentSchema:schema83.properties.private,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.ipFamily !== undefined){
let data6 = data.ipFamily;
if(typeof data6 !== "string"){
const err10 = {instancePath:instancePath+"/ipFamily",schemaPath:"#/properties/ipFamily/type",keyword:"type",params:{type: "string"},schema:schema83.properties.ipFamily.type,parentSchema:schema83.properties.ipFamily,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if("ipv4" !== data6){
const err11 = {instancePath:instancePath+"/ipFamily",schemaPath:"#/properties/ipFamily/const",keyword:"const",params:{allowedValue: "ipv4"},schema:"ipv4",parentSchema:schema83.properties.ipFamily,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.podCidr !== undefined){
let data7 = data.podCidr;
if(typeof data7 !== "string"){
const err12 = {instancePath:instancePath+"/podCidr",schemaPath:"#/properties/podCidr/type",keyword:"type",params:{type: "string"},schema:schema83.properties.podCidr.type,parentSchema:schema83.properties.podCidr,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.podNetwork !== undefined){
if(!(validate189(data.podNetwork, {instancePath:instancePath+"/podNetwork",parentData:data,parentDataProperty:"podNetwork",rootData}))){
vErrors = vErrors === null ? validate189.errors : vErrors.concat(validate189.errors);
errors = vErrors.length;
}
}
if(data.networkPolicy !== undefined){
if(!(validate191(data.networkPolicy, {instancePath:instancePath+"/networkPolicy",parentData:data,parentDataProperty:"networkPolicy",rootData}))){
vErrors = vErrors === null ? validate191.errors : vErrors.concat(validate191.errors);
errors = vErrors.length;
}
}
if(data.advancedNetworking !== undefined){
if(!(validate193(data.advancedNetworking, {instancePath:instancePath+"/advancedNetworking",parentData:data,parentDataProperty:"advancedNetworking",rootData}))){
vErrors = vErrors === null ? validate193.errors : vErrors.concat(validate193.errors);
errors = vErrors.length;
}
}
if(data.dualStack !== undefined){
let data11 = data.dualStack;
if(typeof data11 !== "boolean"){
const err13 = {instancePath:instancePath+"/dualStack",schemaPath:"#/properties/dualStack/type",keyword:"type",params:{type: "boolean"},schema:schema83.properties.dualStack.type,parentSchema:schema83.properties.dualStack,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.egress !== undefined){
if(!(validate195(data.egress, {instancePath:instancePath+"/egress",parentData:data,parentDataProperty:"egress",rootData}))){
vErrors = vErrors === null ? validate195.errors : vErrors.concat(validate195.errors);
errors = vErrors.length;
}
}
if(data.existing !== undefined){
if(!(validate207(data.existing, {instancePath:instancePath+"/existing",parentData:data,parentDataProperty:"existing",rootData}))){
vErrors = vErrors === null ? validate207.errors : vErrors.concat(validate207.errors);
errors = vErrors.length;
}
}
if(data.httpProxy !== undefined){
if(!(validate209(data.httpProxy, {instancePath:instancePath+"/httpProxy",parentData:data,parentDataProperty:"httpProxy",rootData}))){
vErrors = vErrors === null ? validate209.errors : vErrors.concat(validate209.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema83.type,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate188.errors = vErrors;
return errors === 0;
}

const schema95 = {"type":"object","properties":{"private":{"type":"boolean","description":"The API server has an address in the network, and nodes reach it there (API server VNet integration). Not available in all regions. `false` with a public address: nodes use the public address, which allows the address of the NAT gateway. `false` without: a private cluster with a private endpoint.","default":true},"publicFrom":{"type":"array","items":{"type":"string"},"description":"IPv4 ranges from which the API server's public address may be reached, at most 200. Empty: a private cluster. A change from empty to not empty, or back, would replace the cluster and is refused.","default":[]},"admins":{"type":"array","items":{"type":"string"},"description":"Object ids of Entra groups, users or service principals with full access to the cluster (Azure Kubernetes Service RBAC Cluster Admin). `[]` means explicitly: no principal."},"editors":{"type":"array","items":{"$ref":"#/definitions/AccessGrant"},"description":"Object ids that may change workloads (Azure Kubernetes Service RBAC Writer). Namespaces are names, without patterns."},"viewers":{"type":"array","items":{"$ref":"#/definitions/AccessGrant"},"description":"Object ids with read access (Azure Kubernetes Service RBAC Reader). Namespaces are names, without patterns."},"tenantId":{"type":"string","description":"Id of the Entra tenant. If omitted: the tenant of the subscription."},"privateDnsZone":{"type":"string","description":"DNS zone with the private address of a private cluster.\n\n- `new`: a new private DNS zone, linked to the network.\n- `system`: a zone that AKS creates in its own resource group.\n- an id: an existing zone, `privatelink.<region>.azmk8s.io` (`private.<region>.azmk8s.io` with `private: true`).","default":"new"},"publicFqdn":{"type":"boolean","description":"The name of a private cluster is also in public DNS; its address stays private.","default":false}},"required":["admins"],"additionalProperties":false,"description":"Reachability of the API server, and access to the cluster by role assignments of Azure to principals of Microsoft Entra ID."};

function validate212(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.admins === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "admins"},schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "private") || (key0 === "publicFrom")) || (key0 === "admins")) || (key0 === "editors")) || (key0 === "viewers")) || (key0 === "tenantId")) || (key0 === "privateDnsZone")) || (key0 === "publicFqdn"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema95,data};
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
const err2 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/type",keyword:"type",params:{type: "boolean"},schema:schema95.properties.private.type,parentSchema:schema95.properties.private,data:data0};
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
const err3 = {instancePath:instancePath+"/publicFrom/" + i0,schemaPath:"#/properties/publicFrom/items/type",keyword:"type",params:{type: "string"},schema:schema95.properties.publicFrom.items.type,parentSchema:schema95.properties.publicFrom.items,data:data2};
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
const err4 = {instancePath:instancePath+"/publicFrom",schemaPath:"#/properties/publicFrom/type",keyword:"type",params:{type: "array"},schema:schema95.properties.publicFrom.type,parentSchema:schema95.properties.publicFrom,data:data1};
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
const err5 = {instancePath:instancePath+"/admins/" + i1,schemaPath:"#/properties/admins/items/type",keyword:"type",params:{type: "string"},schema:schema95.properties.admins.items.type,parentSchema:schema95.properties.admins.items,data:data4};
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
const err6 = {instancePath:instancePath+"/admins",schemaPath:"#/properties/admins/type",keyword:"type",params:{type: "array"},schema:schema95.properties.admins.type,parentSchema:schema95.properties.admins,data:data3};
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
if(!(validate68(data5[i2], {instancePath:instancePath+"/editors/" + i2,parentData:data5,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/editors",schemaPath:"#/properties/editors/type",keyword:"type",params:{type: "array"},schema:schema95.properties.editors.type,parentSchema:schema95.properties.editors,data:data5};
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
if(!(validate68(data7[i3], {instancePath:instancePath+"/viewers/" + i3,parentData:data7,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/viewers",schemaPath:"#/properties/viewers/type",keyword:"type",params:{type: "array"},schema:schema95.properties.viewers.type,parentSchema:schema95.properties.viewers,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.tenantId !== undefined){
let data9 = data.tenantId;
if(typeof data9 !== "string"){
const err9 = {instancePath:instancePath+"/tenantId",schemaPath:"#/properties/tenantId/type",keyword:"type",params:{type: "string"},schema:schema95.properties.tenantId.type,parentSchema:schema95.properties.tenantId,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.privateDnsZone !== undefined){
let data10 = data.privateDnsZone;
if(typeof data10 !== "string"){
const err10 = {instancePath:instancePath+"/privateDnsZone",schemaPath:"#/properties/privateDnsZone/type",keyword:"type",params:{type: "string"},schema:schema95.properties.privateDnsZone.type,parentSchema:schema95.properties.privateDnsZone,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.publicFqdn !== undefined){
let data11 = data.publicFqdn;
if(typeof data11 !== "boolean"){
const err11 = {instancePath:instancePath+"/publicFqdn",schemaPath:"#/properties/publicFqdn/type",keyword:"type",params:{type: "boolean"},schema:schema95.properties.publicFqdn.type,parentSchema:schema95.properties.publicFqdn,data:data11};
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
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema95.type,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate212.errors = vErrors;
return errors === 0;
}

const schema96 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the group, unique in its cluster: lower-case letters, digits and `-`, starting with a letter."},"machineTypes":{"type":"array","items":{"type":"string"},"description":"The VM size: exactly one, for example `Standard_D4ds_v5`."},"size":{"anyOf":[{"type":"number"},{"$ref":"#/definitions/SizeRange"}],"description":"Number of nodes: **the total over all zones**. A number is fixed, and Terraform holds it. A range means that an autoscaler owns the number between its ends: the group starts at `min` and Terraform ignores later changes. So the number of nodes that there are must lie within a new range, in each zone with `spread: per-zone`: let the autoscaler or the console move it there first."},"capacity":{"$ref":"#/definitions/Capacity","description":"`on-demand`, or `spot`: cheap machines that the cloud takes back at two minutes' notice.","default":"on-demand"},"zones":{"type":"array","items":{"type":"string"},"description":"Names of the zones of this group. Left out: all zones of the network."},"spread":{"$ref":"#/definitions/Spread","description":"- `one-group`: one native group over all its zones; the cloud balances, the autoscaler sees one pool.\n- `per-zone`: one native group in each zone, the total dealt out evenly (10 becomes 4, 3, 3). Right for   workloads with zonal disks: the autoscaler then knows in which zone a new node will be.","default":"one-group"},"disk":{"$ref":"#/definitions/AksDiskSpec","description":"System disk of the nodes."},"labels":{"type":"object","additionalProperties":{"type":"string"},"description":"Kubernetes labels of the nodes."},"taints":{"type":"array","items":{"$ref":"#/definitions/Taint"},"description":"Kubernetes taints of the nodes."},"maxPods":{"type":"number","description":"Maximum number of pods on a node, 10 to 250. If omitted: 110, and 30 with `podNetwork` `flat` or `pod-subnet`."},"upgrade":{"$ref":"#/definitions/AksNodeUpgradeSpec","description":"How many nodes at once an upgrade may take away."},"repair":{"type":"boolean","description":"The cloud replaces nodes that stay unhealthy.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags of this group's machines, disks and interfaces, beside the cluster's."},"mode":{"type":"string","enum":["system","user"],"description":"`system` groups run the system pods. One of them is the cluster's first node pool, named `system` in Azure: Linux, on-demand, without taints except `CriticalAddonsOnly=true:NoSchedule`. If no group has the mode, the first group that qualifies is used. If omitted: `user`, and `system` for the first node pool."},"image":{"$ref":"#/definitions/AksImageSpec","description":"System image of the nodes."},"replacement":{"type":"string","enum":["blue-green","rotate"],"description":"How a node pool is changed where Azure can't change it in place.\n\n- `blue-green`: a new node pool with another name is created before the old one is deleted. Its nodes are ready when pods are   evicted from the old ones.\n- `rotate`: the name stays; a temporary node pool exists during the change. Pods move twice.\n\nTerraform deletes node pools through AKS. The documentation of Azure is not consistent on whether that drains nodes and respects disruption budgets.\n\nThe cluster's first node pool is always rotated: without it the cluster would be replaced. Its `placement`, `gpu` and prefix of public addresses can't be changed.","default":"blue-green"},"spot":{"$ref":"#/definitions/AksSpotSpec","description":"Eviction and price of spot nodes."},"gpu":{"$ref":"#/definitions/AksGpuSpec","description":"GPUs of the nodes; the VM size determines their kind and number."},"fips":{"type":"boolean","description":"Cryptography according to FIPS 140. Only on Linux; on Windows it is always enabled.","default":false},"hostEncryption":{"type":"boolean","description":"Temporary disks and caches are also encrypted on the host. The subscription needs the feature `EncryptionAtHost`.","default":false},"ultraSsd":{"type":"boolean","description":"Nodes can mount ultra disks. Only in zones that support them.","default":false},"placement":{"$ref":"#/definitions/AksPlacementSpec","description":"Placement of the machines."},"publicAddress":{"$ref":"#/definitions/AksPublicAddressSpec","description":"Public addresses of nodes; none if omitted."},"kubelet":{"$ref":"#/definitions/AksKubeletSpec","description":"Settings of the kubelet."},"linux":{"$ref":"#/definitions/AksLinuxSpec","description":"Settings of Linux."},"windowsOutboundNat":{"type":"boolean","description":"Windows pods reach the outside with the node's address. `false` with a NAT gateway and `podNetwork` other than `overlay`. If omitted on Windows: true."},"scaleDown":{"type":"string","enum":["delete","deallocate"],"description":"Nodes that the autoscaler removes are deleted, or deallocated. Deallocated nodes start faster, and their disks are still paid for.","default":"delete"},"snapshotId":{"type":"string","description":"Id of a snapshot of a node pool, with the image and the version of new nodes."}},"required":["machineTypes","name","size"],"additionalProperties":false,"description":"Workers of one kind: one node pool of AKS over all zones, or one in each zone."};
const schema97 = {"type":"object","properties":{"sizeGiB":{"type":"number","description":"Size in GiB, 30 to 2048. An ephemeral disk must fit into the local storage of the VM size.","default":128},"type":{"type":"string","enum":["managed","ephemeral"],"description":"- `managed`: a managed disk.\n- `ephemeral`: on the local storage of the host. Faster, free, and lost with the node. The VM size must have enough local storage.","default":"managed"},"kubelet":{"type":"string","enum":["os","temporary"],"description":"Where the kubelet keeps images and empty directories: on the system disk, or on the VM's temporary disk. For the latter the subscription needs the feature `Microsoft.ContainerService/KubeletDisk`.","default":"os"}},"additionalProperties":false,"description":"System disk of a node."};

function validate220(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "sizeGiB") || (key0 === "type")) || (key0 === "kubelet"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema97,data};
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
const err1 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema97.properties.sizeGiB.type,parentSchema:schema97.properties.sizeGiB,data:data0};
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
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema97.properties.type.type,parentSchema:schema97.properties.type,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((data1 === "managed") || (data1 === "ephemeral"))){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema97.properties.type.enum},schema:schema97.properties.type.enum,parentSchema:schema97.properties.type,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kubelet !== undefined){
let data2 = data.kubelet;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/kubelet",schemaPath:"#/properties/kubelet/type",keyword:"type",params:{type: "string"},schema:schema97.properties.kubelet.type,parentSchema:schema97.properties.kubelet,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data2 === "os") || (data2 === "temporary"))){
const err5 = {instancePath:instancePath+"/kubelet",schemaPath:"#/properties/kubelet/enum",keyword:"enum",params:{allowedValues: schema97.properties.kubelet.enum},schema:schema97.properties.kubelet.enum,parentSchema:schema97.properties.kubelet,data:data2};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema97.type,parentSchema:schema97,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate220.errors = vErrors;
return errors === 0;
}

const schema98 = {"type":"object","properties":{"maxUnavailable":{"type":"number","description":"Nodes that may be unavailable at once; the upgrade then adds none. Not in the cluster's first node pool."},"maxUnavailablePercent":{"type":"number","description":"The same as a percentage of the pool."},"maxSurge":{"type":["number","string"],"description":"Nodes that an upgrade may add, as a number or a percentage of the pool: `2`, `\"33%\"`. Not together with `maxUnavailable` or `maxUnavailablePercent`.","default":"33%"},"drainTimeoutMinutes":{"type":"number","description":"Minutes that pods have to leave a node, 1 to 1440.","default":30},"soakMinutes":{"type":"number","description":"Minutes between one node and the next, 0 to 30.","default":0},"undrainable":{"type":"string","enum":["schedule","cordon"],"description":"A node whose pods do not leave makes the upgrade fail (`schedule`), or is cordoned and labelled while the upgrade continues (`cordon`).","default":"schedule"}},"additionalProperties":false,"description":"Pace of an upgrade. AKS adds nodes during the upgrade, unless a number of unavailable nodes is set."};

function validate223(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "maxUnavailable") || (key0 === "maxUnavailablePercent")) || (key0 === "maxSurge")) || (key0 === "drainTimeoutMinutes")) || (key0 === "soakMinutes")) || (key0 === "undrainable"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema98,data};
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
const err1 = {instancePath:instancePath+"/maxUnavailable",schemaPath:"#/properties/maxUnavailable/type",keyword:"type",params:{type: "number"},schema:schema98.properties.maxUnavailable.type,parentSchema:schema98.properties.maxUnavailable,data:data0};
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
const err2 = {instancePath:instancePath+"/maxUnavailablePercent",schemaPath:"#/properties/maxUnavailablePercent/type",keyword:"type",params:{type: "number"},schema:schema98.properties.maxUnavailablePercent.type,parentSchema:schema98.properties.maxUnavailablePercent,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.maxSurge !== undefined){
let data2 = data.maxSurge;
if((!((typeof data2 == "number") && (isFinite(data2)))) && (typeof data2 !== "string")){
const err3 = {instancePath:instancePath+"/maxSurge",schemaPath:"#/properties/maxSurge/type",keyword:"type",params:{type: schema98.properties.maxSurge.type},schema:schema98.properties.maxSurge.type,parentSchema:schema98.properties.maxSurge,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.drainTimeoutMinutes !== undefined){
let data3 = data.drainTimeoutMinutes;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err4 = {instancePath:instancePath+"/drainTimeoutMinutes",schemaPath:"#/properties/drainTimeoutMinutes/type",keyword:"type",params:{type: "number"},schema:schema98.properties.drainTimeoutMinutes.type,parentSchema:schema98.properties.drainTimeoutMinutes,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.soakMinutes !== undefined){
let data4 = data.soakMinutes;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err5 = {instancePath:instancePath+"/soakMinutes",schemaPath:"#/properties/soakMinutes/type",keyword:"type",params:{type: "number"},schema:schema98.properties.soakMinutes.type,parentSchema:schema98.properties.soakMinutes,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.undrainable !== undefined){
let data5 = data.undrainable;
if(typeof data5 !== "string"){
const err6 = {instancePath:instancePath+"/undrainable",schemaPath:"#/properties/undrainable/type",keyword:"type",params:{type: "string"},schema:schema98.properties.undrainable.type,parentSchema:schema98.properties.undrainable,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data5 === "schedule") || (data5 === "cordon"))){
const err7 = {instancePath:instancePath+"/undrainable",schemaPath:"#/properties/undrainable/enum",keyword:"enum",params:{allowedValues: schema98.properties.undrainable.enum},schema:schema98.properties.undrainable.enum,parentSchema:schema98.properties.undrainable,data:data5};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema98.type,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate223.errors = vErrors;
return errors === 0;
}

const schema99 = {"type":"object","properties":{"family":{"$ref":"#/definitions/AksImageFamily","description":"- `azure-linux`: Azure Linux 3.\n- `ubuntu`: the Ubuntu that AKS uses for the Kubernetes version.\n- `windows-2022`: Windows Server 2022, up to Kubernetes 1.36.","default":"azure-linux"}},"additionalProperties":false,"description":"System image of nodes. The release is the newest at creation; `upgrades.nodeImages` defines its upgrades."};
const schema100 = {"type":"string","enum":["azure-linux","ubuntu","windows-2022"],"description":"Value of `nodeGroups[].image.family`."};

function validate226(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema100.type,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "azure-linux") || (data === "ubuntu")) || (data === "windows-2022"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema100.enum},schema:schema100.enum,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate226.errors = vErrors;
return errors === 0;
}


function validate225(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "family")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema99,data};
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
if(!(validate226(data.family, {instancePath:instancePath+"/family",parentData:data,parentDataProperty:"family",rootData}))){
vErrors = vErrors === null ? validate226.errors : vErrors.concat(validate226.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema99.type,parentSchema:schema99,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate225.errors = vErrors;
return errors === 0;
}

const schema101 = {"type":"object","properties":{"eviction":{"type":"string","enum":["delete","deallocate"],"description":"Evicted nodes are deleted, or deallocated.","default":"delete"},"maxPrice":{"type":"number","description":"Highest price for a machine, in US dollars an hour. If omitted: the on-demand price."}},"additionalProperties":false,"description":"Value of `nodeGroups[].spot`."};

function validate229(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "eviction") || (key0 === "maxPrice"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema101,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.eviction !== undefined){
let data0 = data.eviction;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/eviction",schemaPath:"#/properties/eviction/type",keyword:"type",params:{type: "string"},schema:schema101.properties.eviction.type,parentSchema:schema101.properties.eviction,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "delete") || (data0 === "deallocate"))){
const err2 = {instancePath:instancePath+"/eviction",schemaPath:"#/properties/eviction/enum",keyword:"enum",params:{allowedValues: schema101.properties.eviction.enum},schema:schema101.properties.eviction.enum,parentSchema:schema101.properties.eviction,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.maxPrice !== undefined){
let data1 = data.maxPrice;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/maxPrice",schemaPath:"#/properties/maxPrice/type",keyword:"type",params:{type: "number"},schema:schema101.properties.maxPrice.type,parentSchema:schema101.properties.maxPrice,data:data1};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema101.type,parentSchema:schema101,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate229.errors = vErrors;
return errors === 0;
}

const schema102 = {"type":"object","properties":{"driver":{"type":"boolean","description":"AKS installs the driver. `false` if an operator installs it.","default":true},"partition":{"type":"string","enum":["MIG1g","MIG2g","MIG3g","MIG4g","MIG7g"],"description":"Partition of each GPU, for example `MIG1g`."}},"additionalProperties":false,"description":"Value of `nodeGroups[].gpu`."};

function validate231(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "driver") || (key0 === "partition"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.driver !== undefined){
let data0 = data.driver;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/driver",schemaPath:"#/properties/driver/type",keyword:"type",params:{type: "boolean"},schema:schema102.properties.driver.type,parentSchema:schema102.properties.driver,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.partition !== undefined){
let data1 = data.partition;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/partition",schemaPath:"#/properties/partition/type",keyword:"type",params:{type: "string"},schema:schema102.properties.partition.type,parentSchema:schema102.properties.partition,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((((data1 === "MIG1g") || (data1 === "MIG2g")) || (data1 === "MIG3g")) || (data1 === "MIG4g")) || (data1 === "MIG7g"))){
const err3 = {instancePath:instancePath+"/partition",schemaPath:"#/properties/partition/enum",keyword:"enum",params:{allowedValues: schema102.properties.partition.enum},schema:schema102.properties.partition.enum,parentSchema:schema102.properties.partition,data:data1};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema102.type,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate231.errors = vErrors;
return errors === 0;
}

const schema103 = {"type":"object","properties":{"proximityPlacementGroupId":{"type":"string","description":"Id of a proximity placement group: machines close together, in one zone."},"capacityReservationGroupId":{"type":"string","description":"Id of a capacity reservation group. The cluster's identity gets the role on it that it needs."},"hostGroupId":{"type":"string","description":"Id of a group of dedicated hosts."}},"additionalProperties":false,"description":"Value of `nodeGroups[].placement`."};

function validate233(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "proximityPlacementGroupId") || (key0 === "capacityReservationGroupId")) || (key0 === "hostGroupId"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema103,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.proximityPlacementGroupId !== undefined){
let data0 = data.proximityPlacementGroupId;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/proximityPlacementGroupId",schemaPath:"#/properties/proximityPlacementGroupId/type",keyword:"type",params:{type: "string"},schema:schema103.properties.proximityPlacementGroupId.type,parentSchema:schema103.properties.proximityPlacementGroupId,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.capacityReservationGroupId !== undefined){
let data1 = data.capacityReservationGroupId;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/capacityReservationGroupId",schemaPath:"#/properties/capacityReservationGroupId/type",keyword:"type",params:{type: "string"},schema:schema103.properties.capacityReservationGroupId.type,parentSchema:schema103.properties.capacityReservationGroupId,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.hostGroupId !== undefined){
let data2 = data.hostGroupId;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/hostGroupId",schemaPath:"#/properties/hostGroupId/type",keyword:"type",params:{type: "string"},schema:schema103.properties.hostGroupId.type,parentSchema:schema103.properties.hostGroupId,data:data2};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema103.type,parentSchema:schema103,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate233.errors = vErrors;
return errors === 0;
}

const schema104 = {"type":"object","properties":{"prefixId":{"type":"string","description":"Id of a prefix from which the addresses are taken."},"hostPorts":{"type":"array","items":{"type":"string"},"description":"Ports of nodes that are open to the internet, for example `\"8080/tcp\"` or `\"30000-30100/udp\"`."},"applicationSecurityGroupIds":{"type":"array","items":{"type":"string"},"description":"Ids of application security groups; with `hostPorts`."}},"additionalProperties":false,"description":"Value of `nodeGroups[].publicAddress`."};

function validate235(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "prefixId") || (key0 === "hostPorts")) || (key0 === "applicationSecurityGroupIds"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.prefixId !== undefined){
let data0 = data.prefixId;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/prefixId",schemaPath:"#/properties/prefixId/type",keyword:"type",params:{type: "string"},schema:schema104.properties.prefixId.type,parentSchema:schema104.properties.prefixId,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.hostPorts !== undefined){
let data1 = data.hostPorts;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/hostPorts/" + i0,schemaPath:"#/properties/hostPorts/items/type",keyword:"type",params:{type: "string"},schema:schema104.properties.hostPorts.items.type,parentSchema:schema104.properties.hostPorts.items,data:data2};
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
const err3 = {instancePath:instancePath+"/hostPorts",schemaPath:"#/properties/hostPorts/type",keyword:"type",params:{type: "array"},schema:schema104.properties.hostPorts.type,parentSchema:schema104.properties.hostPorts,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.applicationSecurityGroupIds !== undefined){
let data3 = data.applicationSecurityGroupIds;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/applicationSecurityGroupIds/" + i1,schemaPath:"#/properties/applicationSecurityGroupIds/items/type",keyword:"type",params:{type: "string"},schema:schema104.properties.applicationSecurityGroupIds.items.type,parentSchema:schema104.properties.applicationSecurityGroupIds.items,data:data4};
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
const err5 = {instancePath:instancePath+"/applicationSecurityGroupIds",schemaPath:"#/properties/applicationSecurityGroupIds/type",keyword:"type",params:{type: "array"},schema:schema104.properties.applicationSecurityGroupIds.type,parentSchema:schema104.properties.applicationSecurityGroupIds,data:data3};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema104.type,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate235.errors = vErrors;
return errors === 0;
}

const schema105 = {"type":"object","properties":{"cpuManagerPolicy":{"type":"string","enum":["none","static"],"description":"`static` gives whole CPUs to pods that request them."},"cpuCfsQuota":{"type":"boolean","description":"CPU limits of containers are enforced with CFS quotas."},"cpuCfsQuotaPeriod":{"type":"string","description":"Period of the CFS quota, for example `\"100ms\"`."},"imageGcHighThreshold":{"type":"number","description":"Disk usage in percent above which images are deleted; above `imageGcLowThreshold`."},"imageGcLowThreshold":{"type":"number","description":"Disk usage in percent down to which images are deleted."},"topologyManagerPolicy":{"type":"string","enum":["none","best-effort","restricted","single-numa-node"],"description":"How CPUs and devices of a pod are aligned to NUMA nodes."},"allowedUnsafeSysctls":{"type":"array","items":{"type":"string"},"description":"Sysctls that pods may set, for example `net.core.somaxconn`."},"containerLogMaxSizeMb":{"type":"number","description":"Maximum size of a container's log file in megabytes."},"podMaxPids":{"type":"number","description":"Maximum number of processes of a pod."}},"additionalProperties":false,"description":"Settings of the kubelet. An omitted field has the default of AKS."};

function validate237(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema105.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema105,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.cpuManagerPolicy !== undefined){
let data0 = data.cpuManagerPolicy;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/cpuManagerPolicy",schemaPath:"#/properties/cpuManagerPolicy/type",keyword:"type",params:{type: "string"},schema:schema105.properties.cpuManagerPolicy.type,parentSchema:schema105.properties.cpuManagerPolicy,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "none") || (data0 === "static"))){
const err2 = {instancePath:instancePath+"/cpuManagerPolicy",schemaPath:"#/properties/cpuManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema105.properties.cpuManagerPolicy.enum},schema:schema105.properties.cpuManagerPolicy.enum,parentSchema:schema105.properties.cpuManagerPolicy,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.cpuCfsQuota !== undefined){
let data1 = data.cpuCfsQuota;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/cpuCfsQuota",schemaPath:"#/properties/cpuCfsQuota/type",keyword:"type",params:{type: "boolean"},schema:schema105.properties.cpuCfsQuota.type,parentSchema:schema105.properties.cpuCfsQuota,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cpuCfsQuotaPeriod !== undefined){
let data2 = data.cpuCfsQuotaPeriod;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/cpuCfsQuotaPeriod",schemaPath:"#/properties/cpuCfsQuotaPeriod/type",keyword:"type",params:{type: "string"},schema:schema105.properties.cpuCfsQuotaPeriod.type,parentSchema:schema105.properties.cpuCfsQuotaPeriod,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.imageGcHighThreshold !== undefined){
let data3 = data.imageGcHighThreshold;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err5 = {instancePath:instancePath+"/imageGcHighThreshold",schemaPath:"#/properties/imageGcHighThreshold/type",keyword:"type",params:{type: "number"},schema:schema105.properties.imageGcHighThreshold.type,parentSchema:schema105.properties.imageGcHighThreshold,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.imageGcLowThreshold !== undefined){
let data4 = data.imageGcLowThreshold;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err6 = {instancePath:instancePath+"/imageGcLowThreshold",schemaPath:"#/properties/imageGcLowThreshold/type",keyword:"type",params:{type: "number"},schema:schema105.properties.imageGcLowThreshold.type,parentSchema:schema105.properties.imageGcLowThreshold,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.topologyManagerPolicy !== undefined){
let data5 = data.topologyManagerPolicy;
if(typeof data5 !== "string"){
const err7 = {instancePath:instancePath+"/topologyManagerPolicy",schemaPath:"#/properties/topologyManagerPolicy/type",keyword:"type",params:{type: "string"},schema:schema105.properties.topologyManagerPolicy.type,parentSchema:schema105.properties.topologyManagerPolicy,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((data5 === "none") || (data5 === "best-effort")) || (data5 === "restricted")) || (data5 === "single-numa-node"))){
const err8 = {instancePath:instancePath+"/topologyManagerPolicy",schemaPath:"#/properties/topologyManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema105.properties.topologyManagerPolicy.enum},schema:schema105.properties.topologyManagerPolicy.enum,parentSchema:schema105.properties.topologyManagerPolicy,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.allowedUnsafeSysctls !== undefined){
let data6 = data.allowedUnsafeSysctls;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/allowedUnsafeSysctls/" + i0,schemaPath:"#/properties/allowedUnsafeSysctls/items/type",keyword:"type",params:{type: "string"},schema:schema105.properties.allowedUnsafeSysctls.items.type,parentSchema:schema105.properties.allowedUnsafeSysctls.items,data:data7};
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
const err10 = {instancePath:instancePath+"/allowedUnsafeSysctls",schemaPath:"#/properties/allowedUnsafeSysctls/type",keyword:"type",params:{type: "array"},schema:schema105.properties.allowedUnsafeSysctls.type,parentSchema:schema105.properties.allowedUnsafeSysctls,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.containerLogMaxSizeMb !== undefined){
let data8 = data.containerLogMaxSizeMb;
if(!((typeof data8 == "number") && (isFinite(data8)))){
const err11 = {instancePath:instancePath+"/containerLogMaxSizeMb",schemaPath:"#/properties/containerLogMaxSizeMb/type",keyword:"type",params:{type: "number"},schema:schema105.properties.containerLogMaxSizeMb.type,parentSchema:schema105.properties.containerLogMaxSizeMb,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.podMaxPids !== undefined){
let data9 = data.podMaxPids;
if(!((typeof data9 == "number") && (isFinite(data9)))){
const err12 = {instancePath:instancePath+"/podMaxPids",schemaPath:"#/properties/podMaxPids/type",keyword:"type",params:{type: "number"},schema:schema105.properties.podMaxPids.type,parentSchema:schema105.properties.podMaxPids,data:data9};
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
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema105.type,parentSchema:schema105,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate237.errors = vErrors;
return errors === 0;
}

const schema106 = {"type":"object","properties":{"swapFileSizeMiB":{"type":"number","description":"Swap file in MiB."},"transparentHugePage":{"type":"string","enum":["always","madvise","never"],"description":"Use of transparent huge pages."},"transparentHugePageDefrag":{"type":"string","enum":["always","defer","defer+madvise","madvise","never"],"description":"When memory is compacted for transparent huge pages."},"sysctls":{"type":"object","additionalProperties":{"type":["number","boolean"]},"description":"Kernel parameters by their name in Linux: `net.core.somaxconn: 16384`."}},"additionalProperties":false,"description":"Settings of Linux. An omitted field has the default of AKS."};

function validate239(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "swapFileSizeMiB") || (key0 === "transparentHugePage")) || (key0 === "transparentHugePageDefrag")) || (key0 === "sysctls"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.swapFileSizeMiB !== undefined){
let data0 = data.swapFileSizeMiB;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/swapFileSizeMiB",schemaPath:"#/properties/swapFileSizeMiB/type",keyword:"type",params:{type: "number"},schema:schema106.properties.swapFileSizeMiB.type,parentSchema:schema106.properties.swapFileSizeMiB,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.transparentHugePage !== undefined){
let data1 = data.transparentHugePage;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/transparentHugePage",schemaPath:"#/properties/transparentHugePage/type",keyword:"type",params:{type: "string"},schema:schema106.properties.transparentHugePage.type,parentSchema:schema106.properties.transparentHugePage,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data1 === "always") || (data1 === "madvise")) || (data1 === "never"))){
const err3 = {instancePath:instancePath+"/transparentHugePage",schemaPath:"#/properties/transparentHugePage/enum",keyword:"enum",params:{allowedValues: schema106.properties.transparentHugePage.enum},schema:schema106.properties.transparentHugePage.enum,parentSchema:schema106.properties.transparentHugePage,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.transparentHugePageDefrag !== undefined){
let data2 = data.transparentHugePageDefrag;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/transparentHugePageDefrag",schemaPath:"#/properties/transparentHugePageDefrag/type",keyword:"type",params:{type: "string"},schema:schema106.properties.transparentHugePageDefrag.type,parentSchema:schema106.properties.transparentHugePageDefrag,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(((((data2 === "always") || (data2 === "defer")) || (data2 === "defer+madvise")) || (data2 === "madvise")) || (data2 === "never"))){
const err5 = {instancePath:instancePath+"/transparentHugePageDefrag",schemaPath:"#/properties/transparentHugePageDefrag/enum",keyword:"enum",params:{allowedValues: schema106.properties.transparentHugePageDefrag.enum},schema:schema106.properties.transparentHugePageDefrag.enum,parentSchema:schema106.properties.transparentHugePageDefrag,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.sysctls !== undefined){
let data3 = data.sysctls;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
let data4 = data3[key1];
if((!((typeof data4 == "number") && (isFinite(data4)))) && (typeof data4 !== "boolean")){
const err6 = {instancePath:instancePath+"/sysctls/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctls/additionalProperties/type",keyword:"type",params:{type: schema106.properties.sysctls.additionalProperties.type},schema:schema106.properties.sysctls.additionalProperties.type,parentSchema:schema106.properties.sysctls.additionalProperties,data:data4};
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
const err7 = {instancePath:instancePath+"/sysctls",schemaPath:"#/properties/sysctls/type",keyword:"type",params:{type: "object"},schema:schema106.properties.sysctls.type,parentSchema:schema106.properties.sysctls,data:data3};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema106.type,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate239.errors = vErrors;
return errors === 0;
}


function validate216(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.machineTypes === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "machineTypes"},schema:schema96.required,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema96.required,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.size === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema96.required,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema96.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema96,data};
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
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema96.properties.name.type,parentSchema:schema96.properties.name,data:data0};
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
const err5 = {instancePath:instancePath+"/machineTypes/" + i0,schemaPath:"#/properties/machineTypes/items/type",keyword:"type",params:{type: "string"},schema:schema96.properties.machineTypes.items.type,parentSchema:schema96.properties.machineTypes.items,data:data2};
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
const err6 = {instancePath:instancePath+"/machineTypes",schemaPath:"#/properties/machineTypes/type",keyword:"type",params:{type: "array"},schema:schema96.properties.machineTypes.type,parentSchema:schema96.properties.machineTypes,data:data1};
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
const err7 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema96.properties.size.anyOf[0].type,parentSchema:schema96.properties.size.anyOf[0],data:data3};
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
if(!(validate73(data3, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var _valid0 = _errs12 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err8 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf",keyword:"anyOf",params:{},schema:schema96.properties.size.anyOf,parentSchema:schema96.properties.size,data:data3};
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
if(!(validate75(data.capacity, {instancePath:instancePath+"/capacity",parentData:data,parentDataProperty:"capacity",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
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
const err9 = {instancePath:instancePath+"/zones/" + i1,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema96.properties.zones.items.type,parentSchema:schema96.properties.zones.items,data:data6};
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
const err10 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema96.properties.zones.type,parentSchema:schema96.properties.zones,data:data5};
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
if(!(validate77(data.spread, {instancePath:instancePath+"/spread",parentData:data,parentDataProperty:"spread",rootData}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
if(data.disk !== undefined){
if(!(validate220(data.disk, {instancePath:instancePath+"/disk",parentData:data,parentDataProperty:"disk",rootData}))){
vErrors = vErrors === null ? validate220.errors : vErrors.concat(validate220.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data9 = data.labels;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
let data10 = data9[key1];
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema96.properties.labels.additionalProperties.type,parentSchema:schema96.properties.labels.additionalProperties,data:data10};
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
const err12 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},schema:schema96.properties.labels.type,parentSchema:schema96.properties.labels,data:data9};
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
if(!(validate81(data11[i2], {instancePath:instancePath+"/taints/" + i2,parentData:data11,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/taints",schemaPath:"#/properties/taints/type",keyword:"type",params:{type: "array"},schema:schema96.properties.taints.type,parentSchema:schema96.properties.taints,data:data11};
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
const err14 = {instancePath:instancePath+"/maxPods",schemaPath:"#/properties/maxPods/type",keyword:"type",params:{type: "number"},schema:schema96.properties.maxPods.type,parentSchema:schema96.properties.maxPods,data:data13};
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
if(!(validate223(data.upgrade, {instancePath:instancePath+"/upgrade",parentData:data,parentDataProperty:"upgrade",rootData}))){
vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors);
errors = vErrors.length;
}
}
if(data.repair !== undefined){
let data15 = data.repair;
if(typeof data15 !== "boolean"){
const err15 = {instancePath:instancePath+"/repair",schemaPath:"#/properties/repair/type",keyword:"type",params:{type: "boolean"},schema:schema96.properties.repair.type,parentSchema:schema96.properties.repair,data:data15};
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
const err16 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema96.properties.tags.additionalProperties.type,parentSchema:schema96.properties.tags.additionalProperties,data:data17};
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
const err17 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema96.properties.tags.type,parentSchema:schema96.properties.tags,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.mode !== undefined){
let data18 = data.mode;
if(typeof data18 !== "string"){
const err18 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"},schema:schema96.properties.mode.type,parentSchema:schema96.properties.mode,data:data18};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data18 === "system") || (data18 === "user"))){
const err19 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema96.properties.mode.enum},schema:schema96.properties.mode.enum,parentSchema:schema96.properties.mode,data:data18};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.image !== undefined){
if(!(validate225(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate225.errors : vErrors.concat(validate225.errors);
errors = vErrors.length;
}
}
if(data.replacement !== undefined){
let data20 = data.replacement;
if(typeof data20 !== "string"){
const err20 = {instancePath:instancePath+"/replacement",schemaPath:"#/properties/replacement/type",keyword:"type",params:{type: "string"},schema:schema96.properties.replacement.type,parentSchema:schema96.properties.replacement,data:data20};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!((data20 === "blue-green") || (data20 === "rotate"))){
const err21 = {instancePath:instancePath+"/replacement",schemaPath:"#/properties/replacement/enum",keyword:"enum",params:{allowedValues: schema96.properties.replacement.enum},schema:schema96.properties.replacement.enum,parentSchema:schema96.properties.replacement,data:data20};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.spot !== undefined){
if(!(validate229(data.spot, {instancePath:instancePath+"/spot",parentData:data,parentDataProperty:"spot",rootData}))){
vErrors = vErrors === null ? validate229.errors : vErrors.concat(validate229.errors);
errors = vErrors.length;
}
}
if(data.gpu !== undefined){
if(!(validate231(data.gpu, {instancePath:instancePath+"/gpu",parentData:data,parentDataProperty:"gpu",rootData}))){
vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors);
errors = vErrors.length;
}
}
if(data.fips !== undefined){
let data23 = data.fips;
if(typeof data23 !== "boolean"){
const err22 = {instancePath:instancePath+"/fips",schemaPath:"#/properties/fips/type",keyword:"type",params:{type: "boolean"},schema:schema96.properties.fips.type,parentSchema:schema96.properties.fips,data:data23};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.hostEncryption !== undefined){
let data24 = data.hostEncryption;
if(typeof data24 !== "boolean"){
const err23 = {instancePath:instancePath+"/hostEncryption",schemaPath:"#/properties/hostEncryption/type",keyword:"type",params:{type: "boolean"},schema:schema96.properties.hostEncryption.type,parentSchema:schema96.properties.hostEncryption,data:data24};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.ultraSsd !== undefined){
let data25 = data.ultraSsd;
if(typeof data25 !== "boolean"){
const err24 = {instancePath:instancePath+"/ultraSsd",schemaPath:"#/properties/ultraSsd/type",keyword:"type",params:{type: "boolean"},schema:schema96.properties.ultraSsd.type,parentSchema:schema96.properties.ultraSsd,data:data25};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.placement !== undefined){
if(!(validate233(data.placement, {instancePath:instancePath+"/placement",parentData:data,parentDataProperty:"placement",rootData}))){
vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors);
errors = vErrors.length;
}
}
if(data.publicAddress !== undefined){
if(!(validate235(data.publicAddress, {instancePath:instancePath+"/publicAddress",parentData:data,parentDataProperty:"publicAddress",rootData}))){
vErrors = vErrors === null ? validate235.errors : vErrors.concat(validate235.errors);
errors = vErrors.length;
}
}
if(data.kubelet !== undefined){
if(!(validate237(data.kubelet, {instancePath:instancePath+"/kubelet",parentData:data,parentDataProperty:"kubelet",rootData}))){
vErrors = vErrors === null ? validate237.errors : vErrors.concat(validate237.errors);
errors = vErrors.length;
}
}
if(data.linux !== undefined){
if(!(validate239(data.linux, {instancePath:instancePath+"/linux",parentData:data,parentDataProperty:"linux",rootData}))){
vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors);
errors = vErrors.length;
}
}
if(data.windowsOutboundNat !== undefined){
let data30 = data.windowsOutboundNat;
if(typeof data30 !== "boolean"){
const err25 = {instancePath:instancePath+"/windowsOutboundNat",schemaPath:"#/properties/windowsOutboundNat/type",keyword:"type",params:{type: "boolean"},schema:schema96.properties.windowsOutboundNat.type,parentSchema:schema96.properties.windowsOutboundNat,data:data30};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.scaleDown !== undefined){
let data31 = data.scaleDown;
if(typeof data31 !== "string"){
const err26 = {instancePath:instancePath+"/scaleDown",schemaPath:"#/properties/scaleDown/type",keyword:"type",params:{type: "string"},schema:schema96.properties.scaleDown.type,parentSchema:schema96.properties.scaleDown,data:data31};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!((data31 === "delete") || (data31 === "deallocate"))){
const err27 = {instancePath:instancePath+"/scaleDown",schemaPath:"#/properties/scaleDown/enum",keyword:"enum",params:{allowedValues: schema96.properties.scaleDown.enum},schema:schema96.properties.scaleDown.enum,parentSchema:schema96.properties.scaleDown,data:data31};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.snapshotId !== undefined){
let data32 = data.snapshotId;
if(typeof data32 !== "string"){
const err28 = {instancePath:instancePath+"/snapshotId",schemaPath:"#/properties/snapshotId/type",keyword:"type",params:{type: "string"},schema:schema96.properties.snapshotId.type,parentSchema:schema96.properties.snapshotId,data:data32};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema96.type,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate216.errors = vErrors;
return errors === 0;
}

const schema107 = {"type":"object","properties":{"block":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/BlockStorageSpec"}],"description":"Block volumes for single pods: the platform's CSI driver with the permissions it needs.","default":true},"file":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/AksFileStorageSpec"}],"description":"A file share with NFS on premium storage, replicated over three zones, that only nodes of the cluster can reach. The driver is always installed.","default":false},"object":{"$ref":"#/definitions/AksObjectStorageSpec","description":"The driver for blob containers, with a role on each container that is listed."},"snapshots":{"type":"boolean","description":"Snapshots of block volumes as Kubernetes objects: the snapshot controller with its resource definitions.","default":false},"backup":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/AksBackupSpec"}],"description":"Azure Backup for AKS: a vault, a policy, the extension in the cluster and the roles that they need.","default":false},"netApp":{"$ref":"#/definitions/AksNetAppSpec","description":"A volume of Azure NetApp Files, with NFS."}},"additionalProperties":false,"description":"Persistent storage for workloads."};
const schema108 = {"type":"object","properties":{"defaultClass":{"type":"boolean","description":"The driver brings the cluster's default storage class along.","default":false}},"additionalProperties":false,"description":"Block volumes for single pods."};

function validate244(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "defaultClass")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema108,data};
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
const err1 = {instancePath:instancePath+"/defaultClass",schemaPath:"#/properties/defaultClass/type",keyword:"type",params:{type: "boolean"},schema:schema108.properties.defaultClass.type,parentSchema:schema108.properties.defaultClass,data:data0};
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
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema108.type,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate244.errors = vErrors;
return errors === 0;
}

const schema109 = {"type":"object","properties":{"keyId":{"type":"string","description":"A customer key for the share is not supported."},"sizeGiB":{"type":"number","description":"GiB that are provisioned and paid for, 100 to 102,400.","default":100},"redundancy":{"type":"string","enum":["zones","local"],"description":"Replication of the data: `zones`, or `local` in regions without zone-redundant storage.","default":"zones"}},"additionalProperties":false,"description":"A file share that pods of all zones mount."};

function validate246(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "keyId") || (key0 === "sizeGiB")) || (key0 === "redundancy"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema109,data};
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
const err1 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema109.properties.keyId.type,parentSchema:schema109.properties.keyId,data:data0};
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
let data1 = data.sizeGiB;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema109.properties.sizeGiB.type,parentSchema:schema109.properties.sizeGiB,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.redundancy !== undefined){
let data2 = data.redundancy;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/redundancy",schemaPath:"#/properties/redundancy/type",keyword:"type",params:{type: "string"},schema:schema109.properties.redundancy.type,parentSchema:schema109.properties.redundancy,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data2 === "zones") || (data2 === "local"))){
const err4 = {instancePath:instancePath+"/redundancy",schemaPath:"#/properties/redundancy/enum",keyword:"enum",params:{allowedValues: schema109.properties.redundancy.enum},schema:schema109.properties.redundancy.enum,parentSchema:schema109.properties.redundancy,data:data2};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema109.type,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate246.errors = vErrors;
return errors === 0;
}

const schema110 = {"type":"object","properties":{"buckets":{"type":"array","items":{"type":"string"},"description":"Ids of blob containers (`…/storageAccounts/<account>/blobServices/default/containers/<container>`). At least one."},"readOnly":{"type":"boolean","description":"Pods may read, and change nothing.","default":false}},"required":["buckets"],"additionalProperties":false,"description":"Blob containers as file systems."};

function validate248(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.buckets === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "buckets"},schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "buckets") || (key0 === "readOnly"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema110,data};
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
const err2 = {instancePath:instancePath+"/buckets/" + i0,schemaPath:"#/properties/buckets/items/type",keyword:"type",params:{type: "string"},schema:schema110.properties.buckets.items.type,parentSchema:schema110.properties.buckets.items,data:data1};
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
const err3 = {instancePath:instancePath+"/buckets",schemaPath:"#/properties/buckets/type",keyword:"type",params:{type: "array"},schema:schema110.properties.buckets.type,parentSchema:schema110.properties.buckets,data:data0};
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
const err4 = {instancePath:instancePath+"/readOnly",schemaPath:"#/properties/readOnly/type",keyword:"type",params:{type: "boolean"},schema:schema110.properties.readOnly.type,parentSchema:schema110.properties.readOnly,data:data2};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema110.type,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate248.errors = vErrors;
return errors === 0;
}

const schema111 = {"type":"object","properties":{"schedule":{"type":"string","description":"Repeating interval of ISO 8601, for example `\"R/2026-01-01T02:00:00+00:00/P1D\"`. At least four hours apart.","default":"R/2026-01-01T02:00:00+00:00/P1D"},"retentionDays":{"type":"number","description":"Days for which a copy is kept, 1 to 360."},"keyId":{"type":"string","description":"An existing key that encrypts the copies, by the id that the platform wants; a new one when left out. Immutable."}},"additionalProperties":false,"description":"Copies of the cluster's volumes and resources. A change of the schedule or the retention replaces the backup instance and deletes the copies, which `protection` refuses."};

function validate250(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "schedule") || (key0 === "retentionDays")) || (key0 === "keyId"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema111,data};
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
const err1 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "string"},schema:schema111.properties.schedule.type,parentSchema:schema111.properties.schedule,data:data0};
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
const err2 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema111.properties.retentionDays.type,parentSchema:schema111.properties.retentionDays,data:data1};
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
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema111.properties.keyId.type,parentSchema:schema111.properties.keyId,data:data2};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema111.type,parentSchema:schema111,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate250.errors = vErrors;
return errors === 0;
}

const schema112 = {"type":"object","properties":{"sizeTiB":{"type":"number","description":"TiB of the capacity pool, 1 to 2048; the volume uses up to 100 of them."},"serviceLevel":{"type":"string","enum":["Standard","Premium","Ultra"],"description":"Throughput for each TiB: 16, 64 or 128 MiB a second.","default":"Premium"}},"required":["sizeTiB"],"additionalProperties":false,"description":"Value of `storage.netApp`."};

function validate252(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sizeTiB === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sizeTiB"},schema:schema112.required,parentSchema:schema112,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "sizeTiB") || (key0 === "serviceLevel"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema112,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.sizeTiB !== undefined){
let data0 = data.sizeTiB;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/sizeTiB",schemaPath:"#/properties/sizeTiB/type",keyword:"type",params:{type: "number"},schema:schema112.properties.sizeTiB.type,parentSchema:schema112.properties.sizeTiB,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.serviceLevel !== undefined){
let data1 = data.serviceLevel;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/serviceLevel",schemaPath:"#/properties/serviceLevel/type",keyword:"type",params:{type: "string"},schema:schema112.properties.serviceLevel.type,parentSchema:schema112.properties.serviceLevel,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!(((data1 === "Standard") || (data1 === "Premium")) || (data1 === "Ultra"))){
const err4 = {instancePath:instancePath+"/serviceLevel",schemaPath:"#/properties/serviceLevel/enum",keyword:"enum",params:{allowedValues: schema112.properties.serviceLevel.enum},schema:schema112.properties.serviceLevel.enum,parentSchema:schema112.properties.serviceLevel,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema112.type,parentSchema:schema112,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate252.errors = vErrors;
return errors === 0;
}


function validate243(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "block") || (key0 === "file")) || (key0 === "object")) || (key0 === "snapshots")) || (key0 === "backup")) || (key0 === "netApp"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema107,data};
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
const err1 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema107.properties.block.anyOf[0].type,parentSchema:schema107.properties.block.anyOf[0],data:data0};
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
if(!(validate244(data0, {instancePath:instancePath+"/block",parentData:data,parentDataProperty:"block",rootData}))){
vErrors = vErrors === null ? validate244.errors : vErrors.concat(validate244.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err2 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf",keyword:"anyOf",params:{},schema:schema107.properties.block.anyOf,parentSchema:schema107.properties.block,data:data0};
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
const err3 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema107.properties.file.anyOf[0].type,parentSchema:schema107.properties.file.anyOf[0],data:data1};
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
if(!(validate246(data1, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData}))){
vErrors = vErrors === null ? validate246.errors : vErrors.concat(validate246.errors);
errors = vErrors.length;
}
var _valid1 = _errs11 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err4 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf",keyword:"anyOf",params:{},schema:schema107.properties.file.anyOf,parentSchema:schema107.properties.file,data:data1};
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
if(!(validate248(data.object, {instancePath:instancePath+"/object",parentData:data,parentDataProperty:"object",rootData}))){
vErrors = vErrors === null ? validate248.errors : vErrors.concat(validate248.errors);
errors = vErrors.length;
}
}
if(data.snapshots !== undefined){
let data3 = data.snapshots;
if(typeof data3 !== "boolean"){
const err5 = {instancePath:instancePath+"/snapshots",schemaPath:"#/properties/snapshots/type",keyword:"type",params:{type: "boolean"},schema:schema107.properties.snapshots.type,parentSchema:schema107.properties.snapshots,data:data3};
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
const err6 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema107.properties.backup.anyOf[0].type,parentSchema:schema107.properties.backup.anyOf[0],data:data4};
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
if(!(validate250(data4, {instancePath:instancePath+"/backup",parentData:data,parentDataProperty:"backup",rootData}))){
vErrors = vErrors === null ? validate250.errors : vErrors.concat(validate250.errors);
errors = vErrors.length;
}
var _valid2 = _errs19 === errors;
valid3 = valid3 || _valid2;
}
if(!valid3){
const err7 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf",keyword:"anyOf",params:{},schema:schema107.properties.backup.anyOf,parentSchema:schema107.properties.backup,data:data4};
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
if(data.netApp !== undefined){
if(!(validate252(data.netApp, {instancePath:instancePath+"/netApp",parentData:data,parentDataProperty:"netApp",rootData}))){
vErrors = vErrors === null ? validate252.errors : vErrors.concat(validate252.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema107.type,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate243.errors = vErrors;
return errors === 0;
}

const schema113 = {"type":"object","properties":{"secrets":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts the cluster's secrets. `customer-key` needs `keyId`: a principal can create a key only in a vault on which it already has a role, and Terraform does not know the deploying identity beforehand.","default":"platform-key"},"keyId":{"type":"string","description":"Id of a version of a key in Key Vault, `https://<vault>.vault.azure.net/keys/<key>/<version>`, for `secrets: customer-key`."},"disks":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts disks of nodes and volumes."},"disksKeyId":{"type":"string","description":"Id of a key in Key Vault for `disks: customer-key`, without a version: the newest version is used."},"keyVaultId":{"type":"string","description":"Id of the vault of `keyId`; the cluster's identity gets the role to use its keys."},"keyVaultIsPrivate":{"type":"boolean","description":"The vault of `keyId` has no public address."},"disksKeyVaultId":{"type":"string","description":"Id of the vault of `disksKeyId`. It must have purge protection."}},"additionalProperties":false,"description":"Keys that encrypt the cluster's secrets and disks."};

function validate255(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "secrets") || (key0 === "keyId")) || (key0 === "disks")) || (key0 === "disksKeyId")) || (key0 === "keyVaultId")) || (key0 === "keyVaultIsPrivate")) || (key0 === "disksKeyVaultId"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema113,data};
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
const err1 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "string"},schema:schema113.properties.secrets.type,parentSchema:schema113.properties.secrets,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "customer-key") || (data0 === "platform-key"))){
const err2 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/enum",keyword:"enum",params:{allowedValues: schema113.properties.secrets.enum},schema:schema113.properties.secrets.enum,parentSchema:schema113.properties.secrets,data:data0};
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
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema113.properties.keyId.type,parentSchema:schema113.properties.keyId,data:data1};
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
const err4 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/type",keyword:"type",params:{type: "string"},schema:schema113.properties.disks.type,parentSchema:schema113.properties.disks,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data2 === "customer-key") || (data2 === "platform-key"))){
const err5 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/enum",keyword:"enum",params:{allowedValues: schema113.properties.disks.enum},schema:schema113.properties.disks.enum,parentSchema:schema113.properties.disks,data:data2};
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
const err6 = {instancePath:instancePath+"/disksKeyId",schemaPath:"#/properties/disksKeyId/type",keyword:"type",params:{type: "string"},schema:schema113.properties.disksKeyId.type,parentSchema:schema113.properties.disksKeyId,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.keyVaultId !== undefined){
let data4 = data.keyVaultId;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/keyVaultId",schemaPath:"#/properties/keyVaultId/type",keyword:"type",params:{type: "string"},schema:schema113.properties.keyVaultId.type,parentSchema:schema113.properties.keyVaultId,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.keyVaultIsPrivate !== undefined){
let data5 = data.keyVaultIsPrivate;
if(typeof data5 !== "boolean"){
const err8 = {instancePath:instancePath+"/keyVaultIsPrivate",schemaPath:"#/properties/keyVaultIsPrivate/type",keyword:"type",params:{type: "boolean"},schema:schema113.properties.keyVaultIsPrivate.type,parentSchema:schema113.properties.keyVaultIsPrivate,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.disksKeyVaultId !== undefined){
let data6 = data.disksKeyVaultId;
if(typeof data6 !== "string"){
const err9 = {instancePath:instancePath+"/disksKeyVaultId",schemaPath:"#/properties/disksKeyVaultId/type",keyword:"type",params:{type: "string"},schema:schema113.properties.disksKeyVaultId.type,parentSchema:schema113.properties.disksKeyVaultId,data:data6};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema113.type,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate255.errors = vErrors;
return errors === 0;
}

const schema114 = {"type":"object","properties":{"controller":{"type":"boolean","description":"The application routing add-on: NGINX, run by AKS, which writes records into the zones of `dns`.","default":false},"ingress":{"type":"string","enum":["external","internal","none"],"description":"Reachability of the add-on's first NGINX ingress.","default":"external"},"applicationGateway":{"$ref":"#/definitions/AksApplicationGatewaySpec","description":"The Application Gateway Ingress Controller, with an existing gateway or with one that it creates."},"istio":{"$ref":"#/definitions/AksIstioSpec","description":"Istio, run by AKS."}},"additionalProperties":false,"description":"Ingress controllers that AKS runs."};
const schema115 = {"type":"object","properties":{"gatewayId":{"type":"string","description":"Id of an existing gateway. The role to join its subnet is assigned outside this file."},"subnetId":{"type":"string","description":"Id of an existing subnet in which a gateway is created."}},"additionalProperties":false,"description":"Either field."};

function validate258(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "gatewayId") || (key0 === "subnetId"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema115,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.gatewayId !== undefined){
let data0 = data.gatewayId;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/gatewayId",schemaPath:"#/properties/gatewayId/type",keyword:"type",params:{type: "string"},schema:schema115.properties.gatewayId.type,parentSchema:schema115.properties.gatewayId,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.subnetId !== undefined){
let data1 = data.subnetId;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/subnetId",schemaPath:"#/properties/subnetId/type",keyword:"type",params:{type: "string"},schema:schema115.properties.subnetId.type,parentSchema:schema115.properties.subnetId,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema115.type,parentSchema:schema115,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate258.errors = vErrors;
return errors === 0;
}

const schema116 = {"type":"object","properties":{"revisions":{"type":"array","items":{"type":"string"},"description":"Revisions, for example `asm-1-27`: one, or two consecutive ones during an upgrade."},"internalGateway":{"type":"boolean","description":"A gateway for traffic from inside the network.","default":false},"externalGateway":{"type":"boolean","description":"A gateway for traffic from the internet.","default":false}},"required":["revisions"],"additionalProperties":false,"description":"Value of `loadBalancing.istio`."};

function validate260(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.revisions === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "revisions"},schema:schema116.required,parentSchema:schema116,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "revisions") || (key0 === "internalGateway")) || (key0 === "externalGateway"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema116,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.revisions !== undefined){
let data0 = data.revisions;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/revisions/" + i0,schemaPath:"#/properties/revisions/items/type",keyword:"type",params:{type: "string"},schema:schema116.properties.revisions.items.type,parentSchema:schema116.properties.revisions.items,data:data1};
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
const err3 = {instancePath:instancePath+"/revisions",schemaPath:"#/properties/revisions/type",keyword:"type",params:{type: "array"},schema:schema116.properties.revisions.type,parentSchema:schema116.properties.revisions,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.internalGateway !== undefined){
let data2 = data.internalGateway;
if(typeof data2 !== "boolean"){
const err4 = {instancePath:instancePath+"/internalGateway",schemaPath:"#/properties/internalGateway/type",keyword:"type",params:{type: "boolean"},schema:schema116.properties.internalGateway.type,parentSchema:schema116.properties.internalGateway,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.externalGateway !== undefined){
let data3 = data.externalGateway;
if(typeof data3 !== "boolean"){
const err5 = {instancePath:instancePath+"/externalGateway",schemaPath:"#/properties/externalGateway/type",keyword:"type",params:{type: "boolean"},schema:schema116.properties.externalGateway.type,parentSchema:schema116.properties.externalGateway,data:data3};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema116.type,parentSchema:schema116,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate260.errors = vErrors;
return errors === 0;
}


function validate257(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "controller") || (key0 === "ingress")) || (key0 === "applicationGateway")) || (key0 === "istio"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema114,data};
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
const err1 = {instancePath:instancePath+"/controller",schemaPath:"#/properties/controller/type",keyword:"type",params:{type: "boolean"},schema:schema114.properties.controller.type,parentSchema:schema114.properties.controller,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.ingress !== undefined){
let data1 = data.ingress;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/ingress",schemaPath:"#/properties/ingress/type",keyword:"type",params:{type: "string"},schema:schema114.properties.ingress.type,parentSchema:schema114.properties.ingress,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data1 === "external") || (data1 === "internal")) || (data1 === "none"))){
const err3 = {instancePath:instancePath+"/ingress",schemaPath:"#/properties/ingress/enum",keyword:"enum",params:{allowedValues: schema114.properties.ingress.enum},schema:schema114.properties.ingress.enum,parentSchema:schema114.properties.ingress,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.applicationGateway !== undefined){
if(!(validate258(data.applicationGateway, {instancePath:instancePath+"/applicationGateway",parentData:data,parentDataProperty:"applicationGateway",rootData}))){
vErrors = vErrors === null ? validate258.errors : vErrors.concat(validate258.errors);
errors = vErrors.length;
}
}
if(data.istio !== undefined){
if(!(validate260(data.istio, {instancePath:instancePath+"/istio",parentData:data,parentDataProperty:"istio",rootData}))){
vErrors = vErrors === null ? validate260.errors : vErrors.concat(validate260.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema114.type,parentSchema:schema114,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate257.errors = vErrors;
return errors === 0;
}

const schema117 = {"type":"object","properties":{"zones":{"type":"array","items":{"type":"string"},"description":"Ids of DNS zones, public or private. Without the add-on the roles are assigned to an identity for the service account `external-dns` in the namespace `external-dns`."}},"required":["zones"],"additionalProperties":false,"description":"Records in Azure DNS, written by the application routing add-on, or else by ExternalDNS."};

function validate263(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zones === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zones"},schema:schema117.required,parentSchema:schema117,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema117,data};
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
const err2 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema117.properties.zones.items.type,parentSchema:schema117.properties.zones.items,data:data1};
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
const err3 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema117.properties.zones.type,parentSchema:schema117.properties.zones,data:data0};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema117.type,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate263.errors = vErrors;
return errors === 0;
}

const schema118 = {"type":"object","properties":{"namespace":{"type":"string","description":"Kubernetes namespace: lower-case letters, digits and `-`, up to 63."},"serviceAccount":{"type":"string","description":"Kubernetes service account, unique in its namespace."},"grants":{"type":"array","items":{"$ref":"#/definitions/AksGrant"},"description":"Roles on scopes. The service account needs the annotation `azure.workload.identity/client-id` with the id from the stack's output."}},"additionalProperties":false,"required":["namespace","serviceAccount"],"description":"Pods of one service account, and their roles in Azure."};
const schema119 = {"type":"object","properties":{"role":{"type":"string","description":"Name of a role, for example `Storage Blob Data Reader`."},"scope":{"type":"string","description":"Id of a resource, a resource group or a subscription."}},"required":["role","scope"],"additionalProperties":false,"description":"A role of Azure on a scope."};

function validate266(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.role === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "role"},schema:schema119.required,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.scope === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "scope"},schema:schema119.required,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "role") || (key0 === "scope"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.role !== undefined){
let data0 = data.role;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},schema:schema119.properties.role.type,parentSchema:schema119.properties.role,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.scope !== undefined){
let data1 = data.scope;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "string"},schema:schema119.properties.scope.type,parentSchema:schema119.properties.scope,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema119.type,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate266.errors = vErrors;
return errors === 0;
}


function validate265(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.namespace === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespace"},schema:schema118.required,parentSchema:schema118,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.serviceAccount === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "serviceAccount"},schema:schema118.required,parentSchema:schema118,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "namespace") || (key0 === "serviceAccount")) || (key0 === "grants"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema118,data};
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
const err3 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema118.properties.namespace.type,parentSchema:schema118.properties.namespace,data:data0};
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
const err4 = {instancePath:instancePath+"/serviceAccount",schemaPath:"#/properties/serviceAccount/type",keyword:"type",params:{type: "string"},schema:schema118.properties.serviceAccount.type,parentSchema:schema118.properties.serviceAccount,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.grants !== undefined){
let data2 = data.grants;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate266(data2[i0], {instancePath:instancePath+"/grants/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate266.errors : vErrors.concat(validate266.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: "array"},schema:schema118.properties.grants.type,parentSchema:schema118.properties.grants,data:data2};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema118.type,parentSchema:schema118,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate265.errors = vErrors;
return errors === 0;
}

const schema120 = {"type":"object","properties":{"retentionDays":{"type":"number","description":"Days for which logs are kept, 30 to 730.","default":90},"keepLogs":{"type":"boolean","const":false,"description":"Logs are in a new workspace, which a destroy deletes with its logs. To keep them, use an existing workspace: `workspaceId`."},"workspaceId":{"type":"string","description":"Id of an existing Log Analytics workspace; a new one if omitted."},"logTypes":{"type":"array","items":{"$ref":"#/definitions/AksLogType"},"description":"Logs of the control plane.","default":["kube-audit-admin","guard","cluster-autoscaler","kube-controller-manager","kube-scheduler","cloud-controller-manager"]},"containerInsights":{"type":"boolean","description":"Logs and inventory of containers, in the workspace (Container Insights).","default":true},"managedPrometheus":{"type":"boolean","description":"Metrics of nodes and pods in a workspace of Azure Monitor (managed Prometheus), with all resources that their collection needs.","default":false},"defender":{"type":"boolean","description":"Microsoft Defender for Containers monitors the nodes.","default":false}},"additionalProperties":false,"description":"Logs and metrics of the control plane and the cluster."};
const schema121 = {"type":"string","enum":["kube-apiserver","kube-audit","kube-audit-admin","kube-controller-manager","kube-scheduler","cluster-autoscaler","cloud-controller-manager","guard","csi-azuredisk-controller","csi-azurefile-controller","csi-snapshot-controller"],"description":"Item of `observability.logTypes`."};

function validate270(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema121.type,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((((((((data === "kube-apiserver") || (data === "kube-audit")) || (data === "kube-audit-admin")) || (data === "kube-controller-manager")) || (data === "kube-scheduler")) || (data === "cluster-autoscaler")) || (data === "cloud-controller-manager")) || (data === "guard")) || (data === "csi-azuredisk-controller")) || (data === "csi-azurefile-controller")) || (data === "csi-snapshot-controller"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema121.enum},schema:schema121.enum,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate270.errors = vErrors;
return errors === 0;
}


function validate269(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "retentionDays") || (key0 === "keepLogs")) || (key0 === "workspaceId")) || (key0 === "logTypes")) || (key0 === "containerInsights")) || (key0 === "managedPrometheus")) || (key0 === "defender"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema120,data};
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
const err1 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema120.properties.retentionDays.type,parentSchema:schema120.properties.retentionDays,data:data0};
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
const err2 = {instancePath:instancePath+"/keepLogs",schemaPath:"#/properties/keepLogs/type",keyword:"type",params:{type: "boolean"},schema:schema120.properties.keepLogs.type,parentSchema:schema120.properties.keepLogs,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(false !== data1){
const err3 = {instancePath:instancePath+"/keepLogs",schemaPath:"#/properties/keepLogs/const",keyword:"const",params:{allowedValue: false},schema:false,parentSchema:schema120.properties.keepLogs,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.workspaceId !== undefined){
let data2 = data.workspaceId;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/workspaceId",schemaPath:"#/properties/workspaceId/type",keyword:"type",params:{type: "string"},schema:schema120.properties.workspaceId.type,parentSchema:schema120.properties.workspaceId,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.logTypes !== undefined){
let data3 = data.logTypes;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate270(data3[i0], {instancePath:instancePath+"/logTypes/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate270.errors : vErrors.concat(validate270.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/logTypes",schemaPath:"#/properties/logTypes/type",keyword:"type",params:{type: "array"},schema:schema120.properties.logTypes.type,parentSchema:schema120.properties.logTypes,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.containerInsights !== undefined){
let data5 = data.containerInsights;
if(typeof data5 !== "boolean"){
const err6 = {instancePath:instancePath+"/containerInsights",schemaPath:"#/properties/containerInsights/type",keyword:"type",params:{type: "boolean"},schema:schema120.properties.containerInsights.type,parentSchema:schema120.properties.containerInsights,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.managedPrometheus !== undefined){
let data6 = data.managedPrometheus;
if(typeof data6 !== "boolean"){
const err7 = {instancePath:instancePath+"/managedPrometheus",schemaPath:"#/properties/managedPrometheus/type",keyword:"type",params:{type: "boolean"},schema:schema120.properties.managedPrometheus.type,parentSchema:schema120.properties.managedPrometheus,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.defender !== undefined){
let data7 = data.defender;
if(typeof data7 !== "boolean"){
const err8 = {instancePath:instancePath+"/defender",schemaPath:"#/properties/defender/type",keyword:"type",params:{type: "boolean"},schema:schema120.properties.defender.type,parentSchema:schema120.properties.defender,data:data7};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema120.type,parentSchema:schema120,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate269.errors = vErrors;
return errors === 0;
}

const schema122 = {"type":"object","properties":{"channel":{"type":"string","enum":["none","patch","stable","rapid"],"description":"- `none`: no automatic upgrades.\n- `patch`: to the newest patch of the minor of `kubernetesVersion`.\n- `stable`: to the minor before the newest.\n- `rapid`: to the newest minor.","default":"patch"},"nodeImages":{"type":"string","enum":["node-image","security-patch","unmanaged","none"],"description":"Upgrades of node images: a new image each week (`node-image`), security patches (`security-patch`), the unattended upgrades of the operating system (`unmanaged`), or no upgrades (`none`).","default":"node-image"},"window":{"$ref":"#/definitions/MaintenanceWindowSpec","description":"When Kubernetes is upgraded. 4 to 24 hours. AKS opens the window on one day of the week: exactly one in `days`.","default":{"days":["sunday"],"start":"00:00","hours":4}},"nodeWindow":{"$ref":"#/definitions/MaintenanceWindowSpec","description":"When node images are upgraded. 4 to 24 hours, on exactly one day, or on every day if `days` is omitted.","default":{"days":["saturday"],"start":"00:00","hours":4}},"pauses":{"type":"array","items":{"$ref":"#/definitions/MaintenancePauseSpec"},"description":"Periods without upgrades."},"support":{"type":"string","enum":["standard","long-term"],"description":"`long-term`: Azure supports the version for one more year. Needs `aks.tier: premium`.","default":"standard"}},"additionalProperties":false,"description":"When and how far Azure upgrades the cluster."};
const schema123 = {"type":"object","properties":{"days":{"type":"array","items":{"$ref":"#/definitions/Weekday"},"description":"Days on which the window opens. Left out: every day."},"start":{"type":"string","description":"Time at which it opens, in UTC: `HH:MM`, e.g. `\"02:00\"` (quoted: YAML would make a number of it)."},"hours":{"type":"number","description":"Hours for which it stays open."}},"required":["start","hours"],"additionalProperties":false,"description":"When the cloud may change a running cluster, week by week."};
const schema124 = {"type":"string","enum":["monday","tuesday","wednesday","thursday","friday","saturday","sunday"],"description":"A day of the week."};

function validate275(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema124.type,parentSchema:schema124,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((((data === "monday") || (data === "tuesday")) || (data === "wednesday")) || (data === "thursday")) || (data === "friday")) || (data === "saturday")) || (data === "sunday"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema124.enum},schema:schema124.enum,parentSchema:schema124,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate275.errors = vErrors;
return errors === 0;
}


function validate274(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.start === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "start"},schema:schema123.required,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.hours === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hours"},schema:schema123.required,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "days") || (key0 === "start")) || (key0 === "hours"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.days !== undefined){
let data0 = data.days;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate275(data0[i0], {instancePath:instancePath+"/days/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate275.errors : vErrors.concat(validate275.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/days",schemaPath:"#/properties/days/type",keyword:"type",params:{type: "array"},schema:schema123.properties.days.type,parentSchema:schema123.properties.days,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.start !== undefined){
let data2 = data.start;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/start",schemaPath:"#/properties/start/type",keyword:"type",params:{type: "string"},schema:schema123.properties.start.type,parentSchema:schema123.properties.start,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.hours !== undefined){
let data3 = data.hours;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err5 = {instancePath:instancePath+"/hours",schemaPath:"#/properties/hours/type",keyword:"type",params:{type: "number"},schema:schema123.properties.hours.type,parentSchema:schema123.properties.hours,data:data3};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema123.type,parentSchema:schema123,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate274.errors = vErrors;
return errors === 0;
}

const schema125 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the pause, unique in its cluster: lower-case letters, digits and `-`."},"from":{"type":"string","description":"Its beginning, an instant in UTC: `\"2026-12-20T00:00:00Z\"`."},"until":{"type":"string","description":"Its end, likewise."}},"required":["name","from","until"],"additionalProperties":false,"description":"A time in which the cloud changes nothing, whatever the window says."};

function validate279(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema125.required,parentSchema:schema125,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.from === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},schema:schema125.required,parentSchema:schema125,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.until === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "until"},schema:schema125.required,parentSchema:schema125,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "from")) || (key0 === "until"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema125,data};
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
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema125.properties.name.type,parentSchema:schema125.properties.name,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},schema:schema125.properties.from.type,parentSchema:schema125.properties.from,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.until !== undefined){
let data2 = data.until;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/type",keyword:"type",params:{type: "string"},schema:schema125.properties.until.type,parentSchema:schema125.properties.until,data:data2};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema125.type,parentSchema:schema125,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate279.errors = vErrors;
return errors === 0;
}


function validate273(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "channel") || (key0 === "nodeImages")) || (key0 === "window")) || (key0 === "nodeWindow")) || (key0 === "pauses")) || (key0 === "support"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema122,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.channel !== undefined){
let data0 = data.channel;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/channel",schemaPath:"#/properties/channel/type",keyword:"type",params:{type: "string"},schema:schema122.properties.channel.type,parentSchema:schema122.properties.channel,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((((data0 === "none") || (data0 === "patch")) || (data0 === "stable")) || (data0 === "rapid"))){
const err2 = {instancePath:instancePath+"/channel",schemaPath:"#/properties/channel/enum",keyword:"enum",params:{allowedValues: schema122.properties.channel.enum},schema:schema122.properties.channel.enum,parentSchema:schema122.properties.channel,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.nodeImages !== undefined){
let data1 = data.nodeImages;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/nodeImages",schemaPath:"#/properties/nodeImages/type",keyword:"type",params:{type: "string"},schema:schema122.properties.nodeImages.type,parentSchema:schema122.properties.nodeImages,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data1 === "node-image") || (data1 === "security-patch")) || (data1 === "unmanaged")) || (data1 === "none"))){
const err4 = {instancePath:instancePath+"/nodeImages",schemaPath:"#/properties/nodeImages/enum",keyword:"enum",params:{allowedValues: schema122.properties.nodeImages.enum},schema:schema122.properties.nodeImages.enum,parentSchema:schema122.properties.nodeImages,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.window !== undefined){
if(!(validate274(data.window, {instancePath:instancePath+"/window",parentData:data,parentDataProperty:"window",rootData}))){
vErrors = vErrors === null ? validate274.errors : vErrors.concat(validate274.errors);
errors = vErrors.length;
}
}
if(data.nodeWindow !== undefined){
if(!(validate274(data.nodeWindow, {instancePath:instancePath+"/nodeWindow",parentData:data,parentDataProperty:"nodeWindow",rootData}))){
vErrors = vErrors === null ? validate274.errors : vErrors.concat(validate274.errors);
errors = vErrors.length;
}
}
if(data.pauses !== undefined){
let data4 = data.pauses;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate279(data4[i0], {instancePath:instancePath+"/pauses/" + i0,parentData:data4,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate279.errors : vErrors.concat(validate279.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/pauses",schemaPath:"#/properties/pauses/type",keyword:"type",params:{type: "array"},schema:schema122.properties.pauses.type,parentSchema:schema122.properties.pauses,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.support !== undefined){
let data6 = data.support;
if(typeof data6 !== "string"){
const err6 = {instancePath:instancePath+"/support",schemaPath:"#/properties/support/type",keyword:"type",params:{type: "string"},schema:schema122.properties.support.type,parentSchema:schema122.properties.support,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data6 === "standard") || (data6 === "long-term"))){
const err7 = {instancePath:instancePath+"/support",schemaPath:"#/properties/support/enum",keyword:"enum",params:{allowedValues: schema122.properties.support.enum},schema:schema122.properties.support.enum,parentSchema:schema122.properties.support,data:data6};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema122.type,parentSchema:schema122,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate273.errors = vErrors;
return errors === 0;
}

const schema126 = {"type":"object","properties":{"tier":{"type":"string","enum":["free","standard","premium"],"description":"- `free`: no uptime guarantee, for up to ten nodes.\n- `standard`: an uptime guarantee of 99.95 % with zones.\n- `premium`: `standard` with long-term support.","default":"standard"},"resourceGroup":{"type":"string","description":"Name of an existing resource group, used by this cluster only, for all resources of the cluster. If omitted: a new one with the name of the cluster. Immutable."},"nodeResourceGroup":{"type":"string","description":"Name of the resource group that AKS creates for nodes; must not exist. If omitted: the name of the cluster with `-nodes`. Immutable."},"providerMinimum":{"type":"string","description":"Oldest provider that the configuration supports, `\"4.57.0\"`, up to the next major. Features of a provider later than 4.55 are refused unless this allows them.","default":"4.55.0"},"identities":{"$ref":"#/definitions/AksIdentitiesSpec","description":"Existing identities instead of new ones. Immutable."},"registries":{"type":"array","items":{"type":"string"},"description":"Ids of container registries from which nodes pull images (AcrPull).","default":[]},"azurePolicy":{"type":"boolean","description":"Azure Policy enforces the policies that are assigned to the cluster.","default":true},"keyVaultSecrets":{"type":"boolean","description":"Secrets of Key Vault as volumes, with the Secrets Store CSI driver.","default":true},"keyVaultSecretsInterval":{"type":"string","description":"Interval at which secrets are read again, for example `\"2m\"`.","default":"2m"},"imageCleanerHours":{"type":"number","description":"Hours between runs of the image cleaner, 24 to 2160; 0 disables it.","default":168},"runCommand":{"type":"boolean","description":"`az aks command invoke` runs commands in a private cluster without a connection to its network.","default":false},"costAnalysis":{"type":"boolean","description":"Costs by namespace, in Cost Management. Not with `tier: free`. If omitted: true, and false with `tier: free`."},"keda":{"type":"boolean","description":"Event-driven scaling of workloads (KEDA).","default":false},"verticalPodAutoscaling":{"type":"boolean","description":"Resource requests of pods follow their usage (vertical pod autoscaler).","default":false},"autoscaler":{"$ref":"#/definitions/AksAutoscalerSpec","description":"Settings of the cluster autoscaler."},"aiToolchain":{"type":"boolean","description":"AI models as workloads (KAITO).","default":false},"trustedCas":{"type":"array","items":{"type":"string"},"description":"Certificate authorities that nodes trust, PEM in base64, at most 10."},"windows":{"$ref":"#/definitions/AksWindowsSpec","description":"Administrator of Windows nodes. If omitted, Azure generates one with an unknown password."}},"additionalProperties":false,"description":"Settings that only AKS has."};
const schema127 = {"type":"object","properties":{"controlPlane":{"$ref":"#/definitions/AksIdentityRef","description":"Identity of the control plane. Its roles are assigned by this cluster."},"kubelet":{"$ref":"#/definitions/AksKubeletIdentityRef","description":"Identity of the kubelets."}},"additionalProperties":false,"description":"Value of `aks.identities`."};
const schema128 = {"type":"object","properties":{"id":{"type":"string","description":"Id of the identity."},"principalId":{"type":"string","description":"Object id of the identity."}},"required":["id","principalId"],"additionalProperties":false,"description":"A user-assigned managed identity."};

function validate284(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema128.required,parentSchema:schema128,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.principalId === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "principalId"},schema:schema128.required,parentSchema:schema128,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "id") || (key0 === "principalId"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema128,data};
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
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema128.properties.id.type,parentSchema:schema128.properties.id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.principalId !== undefined){
let data1 = data.principalId;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/principalId",schemaPath:"#/properties/principalId/type",keyword:"type",params:{type: "string"},schema:schema128.properties.principalId.type,parentSchema:schema128.properties.principalId,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema128.type,parentSchema:schema128,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate284.errors = vErrors;
return errors === 0;
}

const schema129 = {"type":"object","properties":{"id":{"type":"string","description":"Id of the identity."},"principalId":{"type":"string","description":"Object id of the identity."},"clientId":{"type":"string","description":"Client id of the identity."}},"required":["clientId","id","principalId"],"additionalProperties":false,"description":"Identity of kubelets."};

function validate286(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.clientId === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "clientId"},schema:schema129.required,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema129.required,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.principalId === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "principalId"},schema:schema129.required,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "id") || (key0 === "principalId")) || (key0 === "clientId"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema129.properties.id.type,parentSchema:schema129.properties.id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.principalId !== undefined){
let data1 = data.principalId;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/principalId",schemaPath:"#/properties/principalId/type",keyword:"type",params:{type: "string"},schema:schema129.properties.principalId.type,parentSchema:schema129.properties.principalId,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.clientId !== undefined){
let data2 = data.clientId;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/clientId",schemaPath:"#/properties/clientId/type",keyword:"type",params:{type: "string"},schema:schema129.properties.clientId.type,parentSchema:schema129.properties.clientId,data:data2};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema129.type,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate286.errors = vErrors;
return errors === 0;
}


function validate283(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "controlPlane") || (key0 === "kubelet"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.controlPlane !== undefined){
if(!(validate284(data.controlPlane, {instancePath:instancePath+"/controlPlane",parentData:data,parentDataProperty:"controlPlane",rootData}))){
vErrors = vErrors === null ? validate284.errors : vErrors.concat(validate284.errors);
errors = vErrors.length;
}
}
if(data.kubelet !== undefined){
if(!(validate286(data.kubelet, {instancePath:instancePath+"/kubelet",parentData:data,parentDataProperty:"kubelet",rootData}))){
vErrors = vErrors === null ? validate286.errors : vErrors.concat(validate286.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema127.type,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate283.errors = vErrors;
return errors === 0;
}

const schema130 = {"type":"object","properties":{"balanceSimilarGroups":{"type":"boolean","description":"Balances the sizes of groups of the same machines.","default":true},"expander":{"type":"string","enum":["least-waste","most-pods","priority","random"],"description":"Which group is scaled up if several fit.","default":"least-waste"},"maxGracefulTerminationSeconds":{"type":"number","description":"Seconds that pods have to terminate when a node is removed."},"maxNodeProvisioningTime":{"type":"string","description":"Time to wait for a new node."},"maxUnreadyNodes":{"type":"number","description":"Number of unready nodes that is always tolerated."},"maxUnreadyPercentage":{"type":"number","description":"Percentage of unready nodes above which the autoscaler stops, 0 to 100."},"newPodScaleUpDelay":{"type":"string","description":"Age that a pod must have before the autoscaler considers it."},"scaleDownDelayAfterAdd":{"type":"string","description":"Time after a scale-up until nodes are removed."},"scaleDownDelayAfterDelete":{"type":"string","description":"Time after the removal of a node until the next one is removed."},"scaleDownDelayAfterFailure":{"type":"string","description":"Time after a failed removal until nodes are removed."},"scaleDownUnneeded":{"type":"string","description":"Time for which a node must be unneeded before it is removed."},"scaleDownUnready":{"type":"string","description":"Time for which an unready node must be unneeded before it is removed."},"scaleDownUtilization":{"type":"number","description":"Fraction of requested resources below which a node is removed, 0 to 1."},"scanInterval":{"type":"string","description":"Interval between two evaluations of the cluster."},"emptyBulkDeleteMax":{"type":"number","description":"Maximum number of empty nodes that are removed at once."},"skipNodesWithLocalStorage":{"type":"boolean","description":"Nodes that run pods with local storage are not removed."},"skipNodesWithSystemPods":{"type":"boolean","description":"Nodes that run pods of `kube-system` are not removed, except daemon sets."},"daemonsetEvictionForEmptyNodes":{"type":"boolean","description":"Pods of daemon sets are evicted from empty nodes before their removal."},"daemonsetEvictionForOccupiedNodes":{"type":"boolean","description":"Pods of daemon sets are evicted from nodes with other pods before their removal."},"ignoreDaemonsetsUtilization":{"type":"boolean","description":"Requests of daemon sets are ignored when the utilization of a node is computed."}},"additionalProperties":false,"description":"Settings of the cluster autoscaler. Durations are numbers with a unit: `\"10m\"`. An omitted field without default has the default of AKS."};

function validate289(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema130.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema130,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.balanceSimilarGroups !== undefined){
let data0 = data.balanceSimilarGroups;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/balanceSimilarGroups",schemaPath:"#/properties/balanceSimilarGroups/type",keyword:"type",params:{type: "boolean"},schema:schema130.properties.balanceSimilarGroups.type,parentSchema:schema130.properties.balanceSimilarGroups,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.expander !== undefined){
let data1 = data.expander;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/expander",schemaPath:"#/properties/expander/type",keyword:"type",params:{type: "string"},schema:schema130.properties.expander.type,parentSchema:schema130.properties.expander,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((((data1 === "least-waste") || (data1 === "most-pods")) || (data1 === "priority")) || (data1 === "random"))){
const err3 = {instancePath:instancePath+"/expander",schemaPath:"#/properties/expander/enum",keyword:"enum",params:{allowedValues: schema130.properties.expander.enum},schema:schema130.properties.expander.enum,parentSchema:schema130.properties.expander,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.maxGracefulTerminationSeconds !== undefined){
let data2 = data.maxGracefulTerminationSeconds;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/maxGracefulTerminationSeconds",schemaPath:"#/properties/maxGracefulTerminationSeconds/type",keyword:"type",params:{type: "number"},schema:schema130.properties.maxGracefulTerminationSeconds.type,parentSchema:schema130.properties.maxGracefulTerminationSeconds,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.maxNodeProvisioningTime !== undefined){
let data3 = data.maxNodeProvisioningTime;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/maxNodeProvisioningTime",schemaPath:"#/properties/maxNodeProvisioningTime/type",keyword:"type",params:{type: "string"},schema:schema130.properties.maxNodeProvisioningTime.type,parentSchema:schema130.properties.maxNodeProvisioningTime,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.maxUnreadyNodes !== undefined){
let data4 = data.maxUnreadyNodes;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err6 = {instancePath:instancePath+"/maxUnreadyNodes",schemaPath:"#/properties/maxUnreadyNodes/type",keyword:"type",params:{type: "number"},schema:schema130.properties.maxUnreadyNodes.type,parentSchema:schema130.properties.maxUnreadyNodes,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.maxUnreadyPercentage !== undefined){
let data5 = data.maxUnreadyPercentage;
if(!((typeof data5 == "number") && (isFinite(data5)))){
const err7 = {instancePath:instancePath+"/maxUnreadyPercentage",schemaPath:"#/properties/maxUnreadyPercentage/type",keyword:"type",params:{type: "number"},schema:schema130.properties.maxUnreadyPercentage.type,parentSchema:schema130.properties.maxUnreadyPercentage,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.newPodScaleUpDelay !== undefined){
let data6 = data.newPodScaleUpDelay;
if(typeof data6 !== "string"){
const err8 = {instancePath:instancePath+"/newPodScaleUpDelay",schemaPath:"#/properties/newPodScaleUpDelay/type",keyword:"type",params:{type: "string"},schema:schema130.properties.newPodScaleUpDelay.type,parentSchema:schema130.properties.newPodScaleUpDelay,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.scaleDownDelayAfterAdd !== undefined){
let data7 = data.scaleDownDelayAfterAdd;
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/scaleDownDelayAfterAdd",schemaPath:"#/properties/scaleDownDelayAfterAdd/type",keyword:"type",params:{type: "string"},schema:schema130.properties.scaleDownDelayAfterAdd.type,parentSchema:schema130.properties.scaleDownDelayAfterAdd,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.scaleDownDelayAfterDelete !== undefined){
let data8 = data.scaleDownDelayAfterDelete;
if(typeof data8 !== "string"){
const err10 = {instancePath:instancePath+"/scaleDownDelayAfterDelete",schemaPath:"#/properties/scaleDownDelayAfterDelete/type",keyword:"type",params:{type: "string"},schema:schema130.properties.scaleDownDelayAfterDelete.type,parentSchema:schema130.properties.scaleDownDelayAfterDelete,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.scaleDownDelayAfterFailure !== undefined){
let data9 = data.scaleDownDelayAfterFailure;
if(typeof data9 !== "string"){
const err11 = {instancePath:instancePath+"/scaleDownDelayAfterFailure",schemaPath:"#/properties/scaleDownDelayAfterFailure/type",keyword:"type",params:{type: "string"},schema:schema130.properties.scaleDownDelayAfterFailure.type,parentSchema:schema130.properties.scaleDownDelayAfterFailure,data:data9};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.scaleDownUnneeded !== undefined){
let data10 = data.scaleDownUnneeded;
if(typeof data10 !== "string"){
const err12 = {instancePath:instancePath+"/scaleDownUnneeded",schemaPath:"#/properties/scaleDownUnneeded/type",keyword:"type",params:{type: "string"},schema:schema130.properties.scaleDownUnneeded.type,parentSchema:schema130.properties.scaleDownUnneeded,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.scaleDownUnready !== undefined){
let data11 = data.scaleDownUnready;
if(typeof data11 !== "string"){
const err13 = {instancePath:instancePath+"/scaleDownUnready",schemaPath:"#/properties/scaleDownUnready/type",keyword:"type",params:{type: "string"},schema:schema130.properties.scaleDownUnready.type,parentSchema:schema130.properties.scaleDownUnready,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.scaleDownUtilization !== undefined){
let data12 = data.scaleDownUtilization;
if(!((typeof data12 == "number") && (isFinite(data12)))){
const err14 = {instancePath:instancePath+"/scaleDownUtilization",schemaPath:"#/properties/scaleDownUtilization/type",keyword:"type",params:{type: "number"},schema:schema130.properties.scaleDownUtilization.type,parentSchema:schema130.properties.scaleDownUtilization,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.scanInterval !== undefined){
let data13 = data.scanInterval;
if(typeof data13 !== "string"){
const err15 = {instancePath:instancePath+"/scanInterval",schemaPath:"#/properties/scanInterval/type",keyword:"type",params:{type: "string"},schema:schema130.properties.scanInterval.type,parentSchema:schema130.properties.scanInterval,data:data13};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.emptyBulkDeleteMax !== undefined){
let data14 = data.emptyBulkDeleteMax;
if(!((typeof data14 == "number") && (isFinite(data14)))){
const err16 = {instancePath:instancePath+"/emptyBulkDeleteMax",schemaPath:"#/properties/emptyBulkDeleteMax/type",keyword:"type",params:{type: "number"},schema:schema130.properties.emptyBulkDeleteMax.type,parentSchema:schema130.properties.emptyBulkDeleteMax,data:data14};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.skipNodesWithLocalStorage !== undefined){
let data15 = data.skipNodesWithLocalStorage;
if(typeof data15 !== "boolean"){
const err17 = {instancePath:instancePath+"/skipNodesWithLocalStorage",schemaPath:"#/properties/skipNodesWithLocalStorage/type",keyword:"type",params:{type: "boolean"},schema:schema130.properties.skipNodesWithLocalStorage.type,parentSchema:schema130.properties.skipNodesWithLocalStorage,data:data15};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.skipNodesWithSystemPods !== undefined){
let data16 = data.skipNodesWithSystemPods;
if(typeof data16 !== "boolean"){
const err18 = {instancePath:instancePath+"/skipNodesWithSystemPods",schemaPath:"#/properties/skipNodesWithSystemPods/type",keyword:"type",params:{type: "boolean"},schema:schema130.properties.skipNodesWithSystemPods.type,parentSchema:schema130.properties.skipNodesWithSystemPods,data:data16};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.daemonsetEvictionForEmptyNodes !== undefined){
let data17 = data.daemonsetEvictionForEmptyNodes;
if(typeof data17 !== "boolean"){
const err19 = {instancePath:instancePath+"/daemonsetEvictionForEmptyNodes",schemaPath:"#/properties/daemonsetEvictionForEmptyNodes/type",keyword:"type",params:{type: "boolean"},schema:schema130.properties.daemonsetEvictionForEmptyNodes.type,parentSchema:schema130.properties.daemonsetEvictionForEmptyNodes,data:data17};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.daemonsetEvictionForOccupiedNodes !== undefined){
let data18 = data.daemonsetEvictionForOccupiedNodes;
if(typeof data18 !== "boolean"){
const err20 = {instancePath:instancePath+"/daemonsetEvictionForOccupiedNodes",schemaPath:"#/properties/daemonsetEvictionForOccupiedNodes/type",keyword:"type",params:{type: "boolean"},schema:schema130.properties.daemonsetEvictionForOccupiedNodes.type,parentSchema:schema130.properties.daemonsetEvictionForOccupiedNodes,data:data18};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.ignoreDaemonsetsUtilization !== undefined){
let data19 = data.ignoreDaemonsetsUtilization;
if(typeof data19 !== "boolean"){
const err21 = {instancePath:instancePath+"/ignoreDaemonsetsUtilization",schemaPath:"#/properties/ignoreDaemonsetsUtilization/type",keyword:"type",params:{type: "boolean"},schema:schema130.properties.ignoreDaemonsetsUtilization.type,parentSchema:schema130.properties.ignoreDaemonsetsUtilization,data:data19};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema130.type,parentSchema:schema130,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate289.errors = vErrors;
return errors === 0;
}

const schema131 = {"type":"object","properties":{"adminUser":{"type":"string","description":"Name of the administrator.","default":"azureuser"},"adminPassword":{"type":"string","description":"Password of the administrator, 14 to 123 characters. A reference to a sensitive variable, not a literal: it is in the state."}},"required":["adminPassword"],"additionalProperties":false,"description":"Value of `aks.windows`."};

function validate291(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adminPassword === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adminPassword"},schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "adminUser") || (key0 === "adminPassword"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.adminUser !== undefined){
let data0 = data.adminUser;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/adminUser",schemaPath:"#/properties/adminUser/type",keyword:"type",params:{type: "string"},schema:schema131.properties.adminUser.type,parentSchema:schema131.properties.adminUser,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.adminPassword !== undefined){
let data1 = data.adminPassword;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/adminPassword",schemaPath:"#/properties/adminPassword/type",keyword:"type",params:{type: "string"},schema:schema131.properties.adminPassword.type,parentSchema:schema131.properties.adminPassword,data:data1};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema131.type,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate291.errors = vErrors;
return errors === 0;
}


function validate282(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema126.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.tier !== undefined){
let data0 = data.tier;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/type",keyword:"type",params:{type: "string"},schema:schema126.properties.tier.type,parentSchema:schema126.properties.tier,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!(((data0 === "free") || (data0 === "standard")) || (data0 === "premium"))){
const err2 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/enum",keyword:"enum",params:{allowedValues: schema126.properties.tier.enum},schema:schema126.properties.tier.enum,parentSchema:schema126.properties.tier,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.resourceGroup !== undefined){
let data1 = data.resourceGroup;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/resourceGroup",schemaPath:"#/properties/resourceGroup/type",keyword:"type",params:{type: "string"},schema:schema126.properties.resourceGroup.type,parentSchema:schema126.properties.resourceGroup,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.nodeResourceGroup !== undefined){
let data2 = data.nodeResourceGroup;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/nodeResourceGroup",schemaPath:"#/properties/nodeResourceGroup/type",keyword:"type",params:{type: "string"},schema:schema126.properties.nodeResourceGroup.type,parentSchema:schema126.properties.nodeResourceGroup,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.providerMinimum !== undefined){
let data3 = data.providerMinimum;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/providerMinimum",schemaPath:"#/properties/providerMinimum/type",keyword:"type",params:{type: "string"},schema:schema126.properties.providerMinimum.type,parentSchema:schema126.properties.providerMinimum,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.identities !== undefined){
if(!(validate283(data.identities, {instancePath:instancePath+"/identities",parentData:data,parentDataProperty:"identities",rootData}))){
vErrors = vErrors === null ? validate283.errors : vErrors.concat(validate283.errors);
errors = vErrors.length;
}
}
if(data.registries !== undefined){
let data5 = data.registries;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 !== "string"){
const err6 = {instancePath:instancePath+"/registries/" + i0,schemaPath:"#/properties/registries/items/type",keyword:"type",params:{type: "string"},schema:schema126.properties.registries.items.type,parentSchema:schema126.properties.registries.items,data:data6};
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
const err7 = {instancePath:instancePath+"/registries",schemaPath:"#/properties/registries/type",keyword:"type",params:{type: "array"},schema:schema126.properties.registries.type,parentSchema:schema126.properties.registries,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.azurePolicy !== undefined){
let data7 = data.azurePolicy;
if(typeof data7 !== "boolean"){
const err8 = {instancePath:instancePath+"/azurePolicy",schemaPath:"#/properties/azurePolicy/type",keyword:"type",params:{type: "boolean"},schema:schema126.properties.azurePolicy.type,parentSchema:schema126.properties.azurePolicy,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.keyVaultSecrets !== undefined){
let data8 = data.keyVaultSecrets;
if(typeof data8 !== "boolean"){
const err9 = {instancePath:instancePath+"/keyVaultSecrets",schemaPath:"#/properties/keyVaultSecrets/type",keyword:"type",params:{type: "boolean"},schema:schema126.properties.keyVaultSecrets.type,parentSchema:schema126.properties.keyVaultSecrets,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.keyVaultSecretsInterval !== undefined){
let data9 = data.keyVaultSecretsInterval;
if(typeof data9 !== "string"){
const err10 = {instancePath:instancePath+"/keyVaultSecretsInterval",schemaPath:"#/properties/keyVaultSecretsInterval/type",keyword:"type",params:{type: "string"},schema:schema126.properties.keyVaultSecretsInterval.type,parentSchema:schema126.properties.keyVaultSecretsInterval,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.imageCleanerHours !== undefined){
let data10 = data.imageCleanerHours;
if(!((typeof data10 == "number") && (isFinite(data10)))){
const err11 = {instancePath:instancePath+"/imageCleanerHours",schemaPath:"#/properties/imageCleanerHours/type",keyword:"type",params:{type: "number"},schema:schema126.properties.imageCleanerHours.type,parentSchema:schema126.properties.imageCleanerHours,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.runCommand !== undefined){
let data11 = data.runCommand;
if(typeof data11 !== "boolean"){
const err12 = {instancePath:instancePath+"/runCommand",schemaPath:"#/properties/runCommand/type",keyword:"type",params:{type: "boolean"},schema:schema126.properties.runCommand.type,parentSchema:schema126.properties.runCommand,data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.costAnalysis !== undefined){
let data12 = data.costAnalysis;
if(typeof data12 !== "boolean"){
const err13 = {instancePath:instancePath+"/costAnalysis",schemaPath:"#/properties/costAnalysis/type",keyword:"type",params:{type: "boolean"},schema:schema126.properties.costAnalysis.type,parentSchema:schema126.properties.costAnalysis,data:data12};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.keda !== undefined){
let data13 = data.keda;
if(typeof data13 !== "boolean"){
const err14 = {instancePath:instancePath+"/keda",schemaPath:"#/properties/keda/type",keyword:"type",params:{type: "boolean"},schema:schema126.properties.keda.type,parentSchema:schema126.properties.keda,data:data13};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.verticalPodAutoscaling !== undefined){
let data14 = data.verticalPodAutoscaling;
if(typeof data14 !== "boolean"){
const err15 = {instancePath:instancePath+"/verticalPodAutoscaling",schemaPath:"#/properties/verticalPodAutoscaling/type",keyword:"type",params:{type: "boolean"},schema:schema126.properties.verticalPodAutoscaling.type,parentSchema:schema126.properties.verticalPodAutoscaling,data:data14};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.autoscaler !== undefined){
if(!(validate289(data.autoscaler, {instancePath:instancePath+"/autoscaler",parentData:data,parentDataProperty:"autoscaler",rootData}))){
vErrors = vErrors === null ? validate289.errors : vErrors.concat(validate289.errors);
errors = vErrors.length;
}
}
if(data.aiToolchain !== undefined){
let data16 = data.aiToolchain;
if(typeof data16 !== "boolean"){
const err16 = {instancePath:instancePath+"/aiToolchain",schemaPath:"#/properties/aiToolchain/type",keyword:"type",params:{type: "boolean"},schema:schema126.properties.aiToolchain.type,parentSchema:schema126.properties.aiToolchain,data:data16};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.trustedCas !== undefined){
let data17 = data.trustedCas;
if(Array.isArray(data17)){
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
let data18 = data17[i1];
if(typeof data18 !== "string"){
const err17 = {instancePath:instancePath+"/trustedCas/" + i1,schemaPath:"#/properties/trustedCas/items/type",keyword:"type",params:{type: "string"},schema:schema126.properties.trustedCas.items.type,parentSchema:schema126.properties.trustedCas.items,data:data18};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/trustedCas",schemaPath:"#/properties/trustedCas/type",keyword:"type",params:{type: "array"},schema:schema126.properties.trustedCas.type,parentSchema:schema126.properties.trustedCas,data:data17};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.windows !== undefined){
if(!(validate291(data.windows, {instancePath:instancePath+"/windows",parentData:data,parentDataProperty:"windows",rootData}))){
vErrors = vErrors === null ? validate291.errors : vErrors.concat(validate291.errors);
errors = vErrors.length;
}
}
}
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema126.type,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate282.errors = vErrors;
return errors === 0;
}


function validate187(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.access === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "access"},schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kubernetesVersion === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kubernetesVersion"},schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.name === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.nodeGroups === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeGroups"},schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.platform === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "platform"},schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.region === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "region"},schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema82.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema82,data};
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
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema82.properties.name.type,parentSchema:schema82.properties.name,data:data0};
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
const err8 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},schema:schema82.properties.region.type,parentSchema:schema82.properties.region,data:data1};
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
const err9 = {instancePath:instancePath+"/kubernetesVersion",schemaPath:"#/properties/kubernetesVersion/type",keyword:"type",params:{type: "string"},schema:schema82.properties.kubernetesVersion.type,parentSchema:schema82.properties.kubernetesVersion,data:data2};
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
if(!(validate188(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate188.errors : vErrors.concat(validate188.errors);
errors = vErrors.length;
}
}
if(data.access !== undefined){
if(!(validate212(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate212.errors : vErrors.concat(validate212.errors);
errors = vErrors.length;
}
}
if(data.nodeGroups !== undefined){
let data5 = data.nodeGroups;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate216(data5[i0], {instancePath:instancePath+"/nodeGroups/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate216.errors : vErrors.concat(validate216.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/nodeGroups",schemaPath:"#/properties/nodeGroups/type",keyword:"type",params:{type: "array"},schema:schema82.properties.nodeGroups.type,parentSchema:schema82.properties.nodeGroups,data:data5};
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
if(!(validate116(data.autoscaling, {instancePath:instancePath+"/autoscaling",parentData:data,parentDataProperty:"autoscaling",rootData}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data.storage !== undefined){
if(!(validate243(data.storage, {instancePath:instancePath+"/storage",parentData:data,parentDataProperty:"storage",rootData}))){
vErrors = vErrors === null ? validate243.errors : vErrors.concat(validate243.errors);
errors = vErrors.length;
}
}
if(data.encryption !== undefined){
if(!(validate255(data.encryption, {instancePath:instancePath+"/encryption",parentData:data,parentDataProperty:"encryption",rootData}))){
vErrors = vErrors === null ? validate255.errors : vErrors.concat(validate255.errors);
errors = vErrors.length;
}
}
if(data.loadBalancing !== undefined){
if(!(validate257(data.loadBalancing, {instancePath:instancePath+"/loadBalancing",parentData:data,parentDataProperty:"loadBalancing",rootData}))){
vErrors = vErrors === null ? validate257.errors : vErrors.concat(validate257.errors);
errors = vErrors.length;
}
}
if(data.dns !== undefined){
if(!(validate263(data.dns, {instancePath:instancePath+"/dns",parentData:data,parentDataProperty:"dns",rootData}))){
vErrors = vErrors === null ? validate263.errors : vErrors.concat(validate263.errors);
errors = vErrors.length;
}
}
if(data.workloadIdentities !== undefined){
let data12 = data.workloadIdentities;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(!(validate265(data12[i1], {instancePath:instancePath+"/workloadIdentities/" + i1,parentData:data12,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate265.errors : vErrors.concat(validate265.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/workloadIdentities",schemaPath:"#/properties/workloadIdentities/type",keyword:"type",params:{type: "array"},schema:schema82.properties.workloadIdentities.type,parentSchema:schema82.properties.workloadIdentities,data:data12};
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
if(!(validate269(data.observability, {instancePath:instancePath+"/observability",parentData:data,parentDataProperty:"observability",rootData}))){
vErrors = vErrors === null ? validate269.errors : vErrors.concat(validate269.errors);
errors = vErrors.length;
}
}
if(data.protection !== undefined){
let data15 = data.protection;
if(typeof data15 !== "boolean"){
const err12 = {instancePath:instancePath+"/protection",schemaPath:"#/properties/protection/type",keyword:"type",params:{type: "boolean"},schema:schema82.properties.protection.type,parentSchema:schema82.properties.protection,data:data15};
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
const err13 = {instancePath:instancePath+"/tags/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema82.properties.tags.additionalProperties.type,parentSchema:schema82.properties.tags.additionalProperties,data:data17};
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
const err14 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema82.properties.tags.type,parentSchema:schema82.properties.tags,data:data16};
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
const err15 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/type",keyword:"type",params:{type: "string"},schema:schema82.properties.platform.type,parentSchema:schema82.properties.platform,data:data18};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if("aks" !== data18){
const err16 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/const",keyword:"const",params:{allowedValue: "aks"},schema:"aks",parentSchema:schema82.properties.platform,data:data18};
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
if(!(validate273(data.upgrades, {instancePath:instancePath+"/upgrades",parentData:data,parentDataProperty:"upgrades",rootData}))){
vErrors = vErrors === null ? validate273.errors : vErrors.concat(validate273.errors);
errors = vErrors.length;
}
}
if(data.aks !== undefined){
if(!(validate282(data.aks, {instancePath:instancePath+"/aks",parentData:data,parentDataProperty:"aks",rootData}))){
vErrors = vErrors === null ? validate282.errors : vErrors.concat(validate282.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema82.type,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate187.errors = vErrors;
return errors === 0;
}

export const GkeClusterSpec = validate294;
const schema132 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the cluster, unique in its environment. In an environment file the cloud knows the cluster as `<environment>-<name>`, which is also the id of its stack.\n\nLimits: starts with a letter; letters, digits and `-`. The platform limits the length of the whole."},"region":{"type":"string","description":"Region of the cloud, e.g. `us-east-1`. A literal: it decides zone names and partitions."},"kubernetesVersion":{"type":"string","description":"Oldest Kubernetes version of the control plane: a minor (`\"1.35\"`), or a version of GKE (`\"1.35.2-gke.1001000\"`). In a release channel Google upgrades it, and never below this."},"network":{"$ref":"#/definitions/GkeNetworkSpec","description":"Addresses, zones and the way out. Left out: a new network of 10.0.0.0/16 over three zones."},"access":{"$ref":"#/definitions/GkeAccessSpec","description":"Who may reach the API server, and who may do what there."},"nodeGroups":{"type":"array","items":{"$ref":"#/definitions/GkeNodeGroupSpec"},"description":"The workers. `[]` in Autopilot."},"autoscaling":{"$ref":"#/definitions/Autoscaling","description":"Who changes the number of nodes of groups that have a size range.\n\n- `none`: nobody.\n- `cluster-autoscaler`: GKE's autoscaler, which runs in the control plane.\n- `auto-provisioning`: the same, which also makes node pools for pods that wait: see `gke.autoProvisioning`.","default":"cluster-autoscaler"},"storage":{"$ref":"#/definitions/GkeStorageSpec","description":"Persistent storage for workloads."},"encryption":{"$ref":"#/definitions/GkeEncryptionSpec","description":"Keys for what the cluster stores."},"loadBalancing":{"$ref":"#/definitions/GkeLoadBalancingSpec","description":"Load balancers that the cluster makes for its services."},"dns":{"$ref":"#/definitions/GkeDnsSpec","description":"Names that the cluster gives to its services."},"workloadIdentities":{"type":"array","items":{"$ref":"#/definitions/GkeWorkloadIdentitySpec"},"description":"Workloads that act in the cloud, and what they may do there."},"observability":{"$ref":"#/definitions/GkeObservabilitySpec","description":"What the control plane and the network write down, and for how long."},"protection":{"type":"boolean","description":"Guards against losing the cluster: the cloud's deletion protection and Terraform's `prevent_destroy`, one switch. A destroy needs an apply with `protection: false` first.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Labels on everything that can carry them. Google's are stricter than others' tags: lower-case letters, digits, `-` and `_`, keys and values up to 63 characters, keys from a letter on, at most 64 of them."},"platform":{"type":"string","const":"gke","description":"Google Kubernetes Engine."},"upgrades":{"$ref":"#/definitions/GkeUpgradesSpec","description":"When and how far Google upgrades the cluster."},"gke":{"$ref":"#/definitions/GkeOptions","description":"What only GKE has."}},"required":["access","kubernetesVersion","name","nodeGroups","platform","region"],"additionalProperties":false,"description":"A GKE cluster, as an environment file describes it."};
const schema133 = {"type":"object","properties":{"cidr":{"type":"string","description":"IPv4 range of all that belongs to the cluster, /9 to /20. Immutable. A VPC of Google has no range of its own: of this one pods get the first half, nodes and services a 16th each, from fixed places, and the last quarter stays free for what comes later. So that one range tells peers all that they must know.","default":"10.0.0.0/16"},"zones":{"anyOf":[{"type":"number"},{"type":"array","items":{"type":"string"}}],"description":"Zones of nodes: how many, or their names. The control plane of a regional cluster is in three zones of the region whatever is said here; with `gke.controlPlane: zonal` it is in the first of these.","default":3},"nat":{"type":"string","enum":["none","single","per-zone","regional"],"description":"Cloud NAT: one gateway for the region, which Google itself spreads over the zones. So `single`, `per-zone` and `regional` make the same; `none` makes none, and nodes reach Google's own services alone.","default":"per-zone"},"serviceCidr":{"type":"string","description":"IPv4 range of Kubernetes services, /16 to /27: a secondary range. Immutable. Left out: a 16th of `cidr`."},"private":{"type":"boolean","description":"A network without any way to the internet: no NAT, no public address of the API server, and Google's own services (`googleapis.com`, `pkg.dev`, `gcr.io`) by private names and addresses (Private Google Access, 199.36.153.8/30).","default":false},"ipFamily":{"type":"string","enum":["ipv4","ipv6"],"description":"Families of the addresses of pods and services. `ipv6` gives nodes, pods and services an IPv6 address beside the IPv4 one (GKE's dual stack). Needs Dataplane V2. Immutable.","default":"ipv4"},"podCidr":{"type":"string","description":"IPv4 range of pods, /9 to /21: a secondary range of the subnet. Immutable. Each node takes a block of it at once, of twice as many addresses as it may have pods, rounded up to a power of two (110 pods: 256 addresses). Left out: the first half of `cidr`."},"morePodCidrs":{"type":"array","items":{"type":"string"},"description":"More IPv4 ranges of pods, for when the first is used up: secondary ranges of the subnet, named after their place in this list (`pods-1`, …). Ranges are added at the end; one that nodes use can't be taken away.","default":[]},"natAddresses":{"type":"number","description":"Public addresses that traffic to the internet comes from, for others' allow lists: as many as are said here, 1 to 16. Left out: Google gives addresses out as they are needed, and takes them back."},"natPorts":{"$ref":"#/definitions/GkeNatPorts","description":"Ports that Cloud NAT gives each node; between the two as they are needed."},"ipv6Access":{"type":"string","enum":["internal","external"],"description":"Where IPv6 addresses come from. `internal`: private ones (fd20::/20), which reach nothing outside of Google. `external`: public ones, which reach the internet and are shielded by the firewall alone. Immutable.","default":"internal"},"nodeAddresses":{"type":"string","enum":["private","public"],"description":"Whether nodes have public addresses of their own.","default":"private"},"flowLogs":{"type":"boolean","description":"Records of traffic in the subnet, in Cloud Logging: half of all flows, in steps of ten minutes.","default":true},"mtu":{"type":"number","description":"Largest packet in the VPC in bytes, 1300 to 8896. A change takes effect on new nodes.","default":1460},"dataplane":{"$ref":"#/definitions/GkeDataplane","description":"What carries pods' traffic. Immutable.\n\n- `v2`: Dataplane V2 (eBPF), with network policies built in.\n- `calico`: iptables, with network policies by Calico. Not in Autopilot.\n- `iptables`: without network policies. Not in Autopilot.","default":"v2"},"intranodeVisibility":{"type":"boolean","description":"Traffic between pods of one node goes through the VPC, where flow logs and firewalls see it.","default":true},"clusterwidePolicies":{"type":"boolean","description":"Network policies of Cilium that hold in all namespaces. Needs Dataplane V2.","default":false},"fqdnPolicies":{"type":"boolean","description":"Network policies that name hosts instead of addresses. Needs Dataplane V2. Can't be taken back.","default":false},"encryptedTraffic":{"type":"boolean","description":"Traffic between pods of different nodes is encrypted (WireGuard). Needs Dataplane V2.","default":false},"multiNetworking":{"type":"boolean","description":"Several network interfaces for pods; node groups name theirs as `additionalNetworks`. Needs Dataplane V2. Immutable.","default":false},"sourceNat":{"type":"boolean","description":"Pods that talk to addresses outside of the VPC's usual private ranges do so by their node's address. `false`: by their own, where the network can route it.","default":true},"podAddressReserve":{"type":"boolean","description":"Each node's block of pod addresses has twice as many as it may have pods, so that addresses are not used anew too soon. `false` halves the blocks. Immutable for nodes that are there.","default":true},"webhookPorts":{"type":"array","items":{"type":"number"},"description":"TCP ports on which the control plane reaches pods: those of admission webhooks and aggregated APIs. 443 and 10250 are open anyway.","default":[8443,9443,15017]},"egressRules":{"type":"boolean","description":"Firewall rules that let nodes out to the control plane, to each other, to pods and to Google's services, for a VPC whose policy denies what is not allowed.","default":false},"dns":{"$ref":"#/definitions/GkeClusterDnsSpec","description":"Names inside the cluster."},"existing":{"$ref":"#/definitions/GkeExistingNetwork","description":"A network that is there already, in this project or in a host project (shared VPC); then its ranges, NAT and logs are its own matter, and nothing is said of them here."}},"additionalProperties":false,"description":"A new VPC with one subnet in the cluster's region, or a network that is there already."};
const schema134 = {"type":"object","properties":{"min":{"type":"number","description":"Ports that a node always has, 32 to 32768.","default":64},"max":{"type":"number","description":"Ports that it may come to have, 64 to 65536; above `min`.","default":4096}},"additionalProperties":false,"description":"Ports for connections to one destination, for each node: powers of two."};

function validate296(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "min") || (key0 === "max"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema134,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.min !== undefined){
let data0 = data.min;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/min",schemaPath:"#/properties/min/type",keyword:"type",params:{type: "number"},schema:schema134.properties.min.type,parentSchema:schema134.properties.min,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.max !== undefined){
let data1 = data.max;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/max",schemaPath:"#/properties/max/type",keyword:"type",params:{type: "number"},schema:schema134.properties.max.type,parentSchema:schema134.properties.max,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema134.type,parentSchema:schema134,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate296.errors = vErrors;
return errors === 0;
}

const schema135 = {"type":"string","enum":["v2","calico","iptables"],"description":"See  {@link  GkeNetworkSpec.dataplane } ."};

function validate298(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema135.type,parentSchema:schema135,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "v2") || (data === "calico")) || (data === "iptables"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema135.enum},schema:schema135.enum,parentSchema:schema135,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate298.errors = vErrors;
return errors === 0;
}

const schema136 = {"type":"object","properties":{"by":{"type":"string","enum":["cloud-dns","kube-dns"],"description":"- `cloud-dns`: Cloud DNS, without pods in the cluster.\n- `kube-dns`: pods of kube-dns. Not in Autopilot.","default":"cloud-dns"},"scope":{"type":"string","enum":["cluster","vpc"],"description":"Where the names are known: in the cluster, or in the whole VPC (then `domain` must be unique there). With `cloud-dns` alone. Immutable.","default":"cluster"},"domain":{"type":"string","description":"Suffix of the names. Left out: `cluster.local`. Immutable."},"vpcDomain":{"type":"string","description":"A second suffix by which headless services are known in the VPC. With `cloud-dns` in scope `cluster` alone."},"nodeCache":{"type":"boolean","description":"A cache on each node (NodeLocal DNSCache). In Autopilot it is always there.","default":true}},"additionalProperties":false,"description":"Who answers for names inside the cluster."};

function validate300(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "by") || (key0 === "scope")) || (key0 === "domain")) || (key0 === "vpcDomain")) || (key0 === "nodeCache"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema136,data};
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
let data0 = data.by;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/type",keyword:"type",params:{type: "string"},schema:schema136.properties.by.type,parentSchema:schema136.properties.by,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "cloud-dns") || (data0 === "kube-dns"))){
const err2 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/enum",keyword:"enum",params:{allowedValues: schema136.properties.by.enum},schema:schema136.properties.by.enum,parentSchema:schema136.properties.by,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.scope !== undefined){
let data1 = data.scope;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "string"},schema:schema136.properties.scope.type,parentSchema:schema136.properties.scope,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data1 === "cluster") || (data1 === "vpc"))){
const err4 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/enum",keyword:"enum",params:{allowedValues: schema136.properties.scope.enum},schema:schema136.properties.scope.enum,parentSchema:schema136.properties.scope,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.domain !== undefined){
let data2 = data.domain;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "string"},schema:schema136.properties.domain.type,parentSchema:schema136.properties.domain,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.vpcDomain !== undefined){
let data3 = data.vpcDomain;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/vpcDomain",schemaPath:"#/properties/vpcDomain/type",keyword:"type",params:{type: "string"},schema:schema136.properties.vpcDomain.type,parentSchema:schema136.properties.vpcDomain,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.nodeCache !== undefined){
let data4 = data.nodeCache;
if(typeof data4 !== "boolean"){
const err7 = {instancePath:instancePath+"/nodeCache",schemaPath:"#/properties/nodeCache/type",keyword:"type",params:{type: "boolean"},schema:schema136.properties.nodeCache.type,parentSchema:schema136.properties.nodeCache,data:data4};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema136.type,parentSchema:schema136,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate300.errors = vErrors;
return errors === 0;
}

const schema137 = {"type":"object","properties":{"network":{"type":"string","description":"Name, or self link, of the VPC; of a host project always the link: `projects/<host>/global/networks/<name>`."},"subnetwork":{"type":"string","description":"Name, or self link, of the subnet in the cluster's region: `projects/<host>/regions/<region>/subnetworks/<name>`."},"podRange":{"type":"string","description":"Name of the subnet's secondary range for pods."},"serviceRange":{"type":"string","description":"Name of the subnet's secondary range for services."},"morePodRanges":{"type":"array","items":{"type":"string"},"description":"Names of more secondary ranges for pods."},"nodeCidr":{"type":"string","description":"IPv4 range of nodes; when given, room is checked."},"podCidr":{"type":"string","description":"IPv4 range of `podRange`; when given, room is checked."},"serviceCidr":{"type":"string","description":"IPv4 range of `serviceRange`; when given, overlaps are checked."},"hostProject":{"type":"string","description":"Id of the host project, for a shared VPC. GKE's and Google APIs' service agents of the cluster's project then get the roles in it that they need: `compute.networkUser` on the subnet, `container.hostServiceAgentUser` on the project."},"hostGrants":{"type":"boolean","description":"`false`: those roles in the host project are somebody else's to give.","default":true}},"required":["network","subnetwork","podRange","serviceRange"],"additionalProperties":false,"description":"A network that is there already. Its subnet must have Private Google Access on, and a way out where pods need one."};

function validate302(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.network === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "network"},schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.subnetwork === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "subnetwork"},schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.podRange === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "podRange"},schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.serviceRange === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "serviceRange"},schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema137.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.network !== undefined){
let data0 = data.network;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/network",schemaPath:"#/properties/network/type",keyword:"type",params:{type: "string"},schema:schema137.properties.network.type,parentSchema:schema137.properties.network,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.subnetwork !== undefined){
let data1 = data.subnetwork;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/subnetwork",schemaPath:"#/properties/subnetwork/type",keyword:"type",params:{type: "string"},schema:schema137.properties.subnetwork.type,parentSchema:schema137.properties.subnetwork,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.podRange !== undefined){
let data2 = data.podRange;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/podRange",schemaPath:"#/properties/podRange/type",keyword:"type",params:{type: "string"},schema:schema137.properties.podRange.type,parentSchema:schema137.properties.podRange,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.serviceRange !== undefined){
let data3 = data.serviceRange;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/serviceRange",schemaPath:"#/properties/serviceRange/type",keyword:"type",params:{type: "string"},schema:schema137.properties.serviceRange.type,parentSchema:schema137.properties.serviceRange,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.morePodRanges !== undefined){
let data4 = data.morePodRanges;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
const err9 = {instancePath:instancePath+"/morePodRanges/" + i0,schemaPath:"#/properties/morePodRanges/items/type",keyword:"type",params:{type: "string"},schema:schema137.properties.morePodRanges.items.type,parentSchema:schema137.properties.morePodRanges.items,data:data5};
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
const err10 = {instancePath:instancePath+"/morePodRanges",schemaPath:"#/properties/morePodRanges/type",keyword:"type",params:{type: "array"},schema:schema137.properties.morePodRanges.type,parentSchema:schema137.properties.morePodRanges,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.nodeCidr !== undefined){
let data6 = data.nodeCidr;
if(typeof data6 !== "string"){
const err11 = {instancePath:instancePath+"/nodeCidr",schemaPath:"#/properties/nodeCidr/type",keyword:"type",params:{type: "string"},schema:schema137.properties.nodeCidr.type,parentSchema:schema137.properties.nodeCidr,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.podCidr !== undefined){
let data7 = data.podCidr;
if(typeof data7 !== "string"){
const err12 = {instancePath:instancePath+"/podCidr",schemaPath:"#/properties/podCidr/type",keyword:"type",params:{type: "string"},schema:schema137.properties.podCidr.type,parentSchema:schema137.properties.podCidr,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.serviceCidr !== undefined){
let data8 = data.serviceCidr;
if(typeof data8 !== "string"){
const err13 = {instancePath:instancePath+"/serviceCidr",schemaPath:"#/properties/serviceCidr/type",keyword:"type",params:{type: "string"},schema:schema137.properties.serviceCidr.type,parentSchema:schema137.properties.serviceCidr,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.hostProject !== undefined){
let data9 = data.hostProject;
if(typeof data9 !== "string"){
const err14 = {instancePath:instancePath+"/hostProject",schemaPath:"#/properties/hostProject/type",keyword:"type",params:{type: "string"},schema:schema137.properties.hostProject.type,parentSchema:schema137.properties.hostProject,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.hostGrants !== undefined){
let data10 = data.hostGrants;
if(typeof data10 !== "boolean"){
const err15 = {instancePath:instancePath+"/hostGrants",schemaPath:"#/properties/hostGrants/type",keyword:"type",params:{type: "boolean"},schema:schema137.properties.hostGrants.type,parentSchema:schema137.properties.hostGrants,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema137.type,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate302.errors = vErrors;
return errors === 0;
}


function validate295(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema133.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema133,data};
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
const err1 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema133.properties.cidr.type,parentSchema:schema133.properties.cidr,data:data0};
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
const err2 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema133.properties.zones.anyOf[0].type,parentSchema:schema133.properties.zones.anyOf[0],data:data1};
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
const err3 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema133.properties.zones.anyOf[1].items.type,parentSchema:schema133.properties.zones.anyOf[1].items,data:data2};
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
const err4 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema133.properties.zones.anyOf[1].type,parentSchema:schema133.properties.zones.anyOf[1],data:data1};
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
const err5 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/anyOf",keyword:"anyOf",params:{},schema:schema133.properties.zones.anyOf,parentSchema:schema133.properties.zones,data:data1};
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
let data3 = data.nat;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/nat",schemaPath:"#/properties/nat/type",keyword:"type",params:{type: "string"},schema:schema133.properties.nat.type,parentSchema:schema133.properties.nat,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((data3 === "none") || (data3 === "single")) || (data3 === "per-zone")) || (data3 === "regional"))){
const err7 = {instancePath:instancePath+"/nat",schemaPath:"#/properties/nat/enum",keyword:"enum",params:{allowedValues: schema133.properties.nat.enum},schema:schema133.properties.nat.enum,parentSchema:schema133.properties.nat,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.serviceCidr !== undefined){
let data4 = data.serviceCidr;
if(typeof data4 !== "string"){
const err8 = {instancePath:instancePath+"/serviceCidr",schemaPath:"#/properties/serviceCidr/type",keyword:"type",params:{type: "string"},schema:schema133.properties.serviceCidr.type,parentSchema:schema133.properties.serviceCidr,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.private !== undefined){
let data5 = data.private;
if(typeof data5 !== "boolean"){
const err9 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.private.type,parentSchema:schema133.properties.private,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.ipFamily !== undefined){
let data6 = data.ipFamily;
if(typeof data6 !== "string"){
const err10 = {instancePath:instancePath+"/ipFamily",schemaPath:"#/properties/ipFamily/type",keyword:"type",params:{type: "string"},schema:schema133.properties.ipFamily.type,parentSchema:schema133.properties.ipFamily,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!((data6 === "ipv4") || (data6 === "ipv6"))){
const err11 = {instancePath:instancePath+"/ipFamily",schemaPath:"#/properties/ipFamily/enum",keyword:"enum",params:{allowedValues: schema133.properties.ipFamily.enum},schema:schema133.properties.ipFamily.enum,parentSchema:schema133.properties.ipFamily,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.podCidr !== undefined){
let data7 = data.podCidr;
if(typeof data7 !== "string"){
const err12 = {instancePath:instancePath+"/podCidr",schemaPath:"#/properties/podCidr/type",keyword:"type",params:{type: "string"},schema:schema133.properties.podCidr.type,parentSchema:schema133.properties.podCidr,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.morePodCidrs !== undefined){
let data8 = data.morePodCidrs;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 !== "string"){
const err13 = {instancePath:instancePath+"/morePodCidrs/" + i1,schemaPath:"#/properties/morePodCidrs/items/type",keyword:"type",params:{type: "string"},schema:schema133.properties.morePodCidrs.items.type,parentSchema:schema133.properties.morePodCidrs.items,data:data9};
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
const err14 = {instancePath:instancePath+"/morePodCidrs",schemaPath:"#/properties/morePodCidrs/type",keyword:"type",params:{type: "array"},schema:schema133.properties.morePodCidrs.type,parentSchema:schema133.properties.morePodCidrs,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.natAddresses !== undefined){
let data10 = data.natAddresses;
if(!((typeof data10 == "number") && (isFinite(data10)))){
const err15 = {instancePath:instancePath+"/natAddresses",schemaPath:"#/properties/natAddresses/type",keyword:"type",params:{type: "number"},schema:schema133.properties.natAddresses.type,parentSchema:schema133.properties.natAddresses,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.natPorts !== undefined){
if(!(validate296(data.natPorts, {instancePath:instancePath+"/natPorts",parentData:data,parentDataProperty:"natPorts",rootData}))){
vErrors = vErrors === null ? validate296.errors : vErrors.concat(validate296.errors);
errors = vErrors.length;
}
}
if(data.ipv6Access !== undefined){
let data12 = data.ipv6Access;
if(typeof data12 !== "string"){
const err16 = {instancePath:instancePath+"/ipv6Access",schemaPath:"#/properties/ipv6Access/type",keyword:"type",params:{type: "string"},schema:schema133.properties.ipv6Access.type,parentSchema:schema133.properties.ipv6Access,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((data12 === "internal") || (data12 === "external"))){
const err17 = {instancePath:instancePath+"/ipv6Access",schemaPath:"#/properties/ipv6Access/enum",keyword:"enum",params:{allowedValues: schema133.properties.ipv6Access.enum},schema:schema133.properties.ipv6Access.enum,parentSchema:schema133.properties.ipv6Access,data:data12};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.nodeAddresses !== undefined){
let data13 = data.nodeAddresses;
if(typeof data13 !== "string"){
const err18 = {instancePath:instancePath+"/nodeAddresses",schemaPath:"#/properties/nodeAddresses/type",keyword:"type",params:{type: "string"},schema:schema133.properties.nodeAddresses.type,parentSchema:schema133.properties.nodeAddresses,data:data13};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data13 === "private") || (data13 === "public"))){
const err19 = {instancePath:instancePath+"/nodeAddresses",schemaPath:"#/properties/nodeAddresses/enum",keyword:"enum",params:{allowedValues: schema133.properties.nodeAddresses.enum},schema:schema133.properties.nodeAddresses.enum,parentSchema:schema133.properties.nodeAddresses,data:data13};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.flowLogs !== undefined){
let data14 = data.flowLogs;
if(typeof data14 !== "boolean"){
const err20 = {instancePath:instancePath+"/flowLogs",schemaPath:"#/properties/flowLogs/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.flowLogs.type,parentSchema:schema133.properties.flowLogs,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.mtu !== undefined){
let data15 = data.mtu;
if(!((typeof data15 == "number") && (isFinite(data15)))){
const err21 = {instancePath:instancePath+"/mtu",schemaPath:"#/properties/mtu/type",keyword:"type",params:{type: "number"},schema:schema133.properties.mtu.type,parentSchema:schema133.properties.mtu,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.dataplane !== undefined){
if(!(validate298(data.dataplane, {instancePath:instancePath+"/dataplane",parentData:data,parentDataProperty:"dataplane",rootData}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
}
if(data.intranodeVisibility !== undefined){
let data17 = data.intranodeVisibility;
if(typeof data17 !== "boolean"){
const err22 = {instancePath:instancePath+"/intranodeVisibility",schemaPath:"#/properties/intranodeVisibility/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.intranodeVisibility.type,parentSchema:schema133.properties.intranodeVisibility,data:data17};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.clusterwidePolicies !== undefined){
let data18 = data.clusterwidePolicies;
if(typeof data18 !== "boolean"){
const err23 = {instancePath:instancePath+"/clusterwidePolicies",schemaPath:"#/properties/clusterwidePolicies/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.clusterwidePolicies.type,parentSchema:schema133.properties.clusterwidePolicies,data:data18};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.fqdnPolicies !== undefined){
let data19 = data.fqdnPolicies;
if(typeof data19 !== "boolean"){
const err24 = {instancePath:instancePath+"/fqdnPolicies",schemaPath:"#/properties/fqdnPolicies/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.fqdnPolicies.type,parentSchema:schema133.properties.fqdnPolicies,data:data19};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.encryptedTraffic !== undefined){
let data20 = data.encryptedTraffic;
if(typeof data20 !== "boolean"){
const err25 = {instancePath:instancePath+"/encryptedTraffic",schemaPath:"#/properties/encryptedTraffic/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.encryptedTraffic.type,parentSchema:schema133.properties.encryptedTraffic,data:data20};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.multiNetworking !== undefined){
let data21 = data.multiNetworking;
if(typeof data21 !== "boolean"){
const err26 = {instancePath:instancePath+"/multiNetworking",schemaPath:"#/properties/multiNetworking/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.multiNetworking.type,parentSchema:schema133.properties.multiNetworking,data:data21};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.sourceNat !== undefined){
let data22 = data.sourceNat;
if(typeof data22 !== "boolean"){
const err27 = {instancePath:instancePath+"/sourceNat",schemaPath:"#/properties/sourceNat/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.sourceNat.type,parentSchema:schema133.properties.sourceNat,data:data22};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.podAddressReserve !== undefined){
let data23 = data.podAddressReserve;
if(typeof data23 !== "boolean"){
const err28 = {instancePath:instancePath+"/podAddressReserve",schemaPath:"#/properties/podAddressReserve/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.podAddressReserve.type,parentSchema:schema133.properties.podAddressReserve,data:data23};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.webhookPorts !== undefined){
let data24 = data.webhookPorts;
if(Array.isArray(data24)){
const len2 = data24.length;
for(let i2=0; i2<len2; i2++){
let data25 = data24[i2];
if(!((typeof data25 == "number") && (isFinite(data25)))){
const err29 = {instancePath:instancePath+"/webhookPorts/" + i2,schemaPath:"#/properties/webhookPorts/items/type",keyword:"type",params:{type: "number"},schema:schema133.properties.webhookPorts.items.type,parentSchema:schema133.properties.webhookPorts.items,data:data25};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/webhookPorts",schemaPath:"#/properties/webhookPorts/type",keyword:"type",params:{type: "array"},schema:schema133.properties.webhookPorts.type,parentSchema:schema133.properties.webhookPorts,data:data24};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.egressRules !== undefined){
let data26 = data.egressRules;
if(typeof data26 !== "boolean"){
const err31 = {instancePath:instancePath+"/egressRules",schemaPath:"#/properties/egressRules/type",keyword:"type",params:{type: "boolean"},schema:schema133.properties.egressRules.type,parentSchema:schema133.properties.egressRules,data:data26};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.dns !== undefined){
if(!(validate300(data.dns, {instancePath:instancePath+"/dns",parentData:data,parentDataProperty:"dns",rootData}))){
vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
errors = vErrors.length;
}
}
if(data.existing !== undefined){
if(!(validate302(data.existing, {instancePath:instancePath+"/existing",parentData:data,parentDataProperty:"existing",rootData}))){
vErrors = vErrors === null ? validate302.errors : vErrors.concat(validate302.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema133.type,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate295.errors = vErrors;
return errors === 0;
}

const schema138 = {"type":"object","properties":{"private":{"type":"boolean","const":true,"description":"The API server has a private address in the VPC, in any case: GKE's nodes use no other way.","default":true},"publicFrom":{"type":"array","items":{"type":"string"},"description":"IPv4 ranges from which the API server's addresses may be reached from outside of the subnet. Public ranges open its public address; without any there is none.","default":[]},"admins":{"type":"array","items":{"type":"string"},"description":"Members of IAM with all rights in this cluster (roles/container.admin, for this cluster alone)."},"editors":{"type":"array","items":{"$ref":"#/definitions/GkeAccessGrant"},"description":"Members that may change workloads: roles/container.developer for this cluster, or, with `namespaces`, the right to connect and role bindings in these, which are in the stack's output `access_manifests`."},"viewers":{"type":"array","items":{"$ref":"#/definitions/GkeAccessGrant"},"description":"Members that may look: roles/container.viewer for this cluster, or, with `namespaces`, as with `editors`."},"privateFrom":{"type":"array","items":{"type":"string"},"description":"Private IPv4 ranges from which the API server's private address may be reached, beside the cluster's own nodes and pods: networks of people and pipelines that are joined to this VPC.","default":[]},"dnsEndpoint":{"type":"boolean","description":"A name (`…gke.goog`) by which the API server is reached from everywhere, by those alone whom IAM lets (`container.clusters.connect`); it needs no address to be open. Left out: there unless the network is `private`."},"ipEndpoint":{"type":"boolean","description":"The API server has addresses at all. `false` leaves the name of `dnsEndpoint` alone.","default":true},"googleCloud":{"type":"boolean","description":"Addresses of all of Google Cloud may reach the public address, those of other customers too.","default":false},"globalAccess":{"type":"boolean","description":"The private address may be reached from other regions and joined networks.","default":true},"endpointAddress":{"$ref":"#/definitions/GkeEndpointAddress","description":"Where the private address is. Left out: GKE takes one of the nodes' subnet. Immutable."},"securityGroup":{"type":"string","description":"The group whose members, themselves groups, can be named in role bindings: `gke-security-groups@<domain>`."}},"required":["admins"],"additionalProperties":false,"description":"Who may reach the API server, and who may do what there. Principals are members of IAM: `user:ann@example.com`, `group:ops@example.com`, `serviceAccount:ci@project.iam.gserviceaccount.com`, `principal://…`, `principalSet://…`.\n\nWhoever has rights in the project, such as its owners, has them in the cluster too: Google has no way to shut them out."};
const schema139 = {"type":"object","properties":{"principal":{"type":"string","description":"A member of IAM. With `namespaces` a user, a group or a service account, by name."},"namespaces":{"type":"array","items":{"type":"string"},"description":"Names of namespaces, no patterns: Kubernetes has none."}},"required":["principal"],"additionalProperties":false,"description":"A right in the cluster."};

function validate306(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.principal === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "principal"},schema:schema139.required,parentSchema:schema139,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema139,data};
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
const err2 = {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/type",keyword:"type",params:{type: "string"},schema:schema139.properties.principal.type,parentSchema:schema139.properties.principal,data:data0};
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
const err3 = {instancePath:instancePath+"/namespaces/" + i0,schemaPath:"#/properties/namespaces/items/type",keyword:"type",params:{type: "string"},schema:schema139.properties.namespaces.items.type,parentSchema:schema139.properties.namespaces.items,data:data2};
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
const err4 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/type",keyword:"type",params:{type: "array"},schema:schema139.properties.namespaces.type,parentSchema:schema139.properties.namespaces,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema139.type,parentSchema:schema139,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate306.errors = vErrors;
return errors === 0;
}

const schema140 = {"type":"object","properties":{"cidr":{"type":"string","description":"In a new subnet of this IPv4 range, /28 to /24, by Private Service Connect. Not in an existing network."},"subnetwork":{"type":"string","description":"In this existing subnet, by name or self link, by Private Service Connect."},"peeringCidr":{"type":"string","description":"In a VPC of Google's with this IPv4 range, a /28, that is peered with ours: as clusters before 1.29 have it."}},"additionalProperties":false,"description":"Where the API server's private address is: one of the three. All are immutable."};

function validate309(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "cidr") || (key0 === "subnetwork")) || (key0 === "peeringCidr"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema140,data};
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
const err1 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},schema:schema140.properties.cidr.type,parentSchema:schema140.properties.cidr,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.subnetwork !== undefined){
let data1 = data.subnetwork;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/subnetwork",schemaPath:"#/properties/subnetwork/type",keyword:"type",params:{type: "string"},schema:schema140.properties.subnetwork.type,parentSchema:schema140.properties.subnetwork,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.peeringCidr !== undefined){
let data2 = data.peeringCidr;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/peeringCidr",schemaPath:"#/properties/peeringCidr/type",keyword:"type",params:{type: "string"},schema:schema140.properties.peeringCidr.type,parentSchema:schema140.properties.peeringCidr,data:data2};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema140.type,parentSchema:schema140,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate309.errors = vErrors;
return errors === 0;
}


function validate305(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.admins === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "admins"},schema:schema138.required,parentSchema:schema138,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema138.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema138,data};
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
const err2 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/type",keyword:"type",params:{type: "boolean"},schema:schema138.properties.private.type,parentSchema:schema138.properties.private,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(true !== data0){
const err3 = {instancePath:instancePath+"/private",schemaPath:"#/properties/private/const",keyword:"const",params:{allowedValue: true},schema:true,parentSchema:schema138.properties.private,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
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
const err4 = {instancePath:instancePath+"/publicFrom/" + i0,schemaPath:"#/properties/publicFrom/items/type",keyword:"type",params:{type: "string"},schema:schema138.properties.publicFrom.items.type,parentSchema:schema138.properties.publicFrom.items,data:data2};
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
const err5 = {instancePath:instancePath+"/publicFrom",schemaPath:"#/properties/publicFrom/type",keyword:"type",params:{type: "array"},schema:schema138.properties.publicFrom.type,parentSchema:schema138.properties.publicFrom,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
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
const err6 = {instancePath:instancePath+"/admins/" + i1,schemaPath:"#/properties/admins/items/type",keyword:"type",params:{type: "string"},schema:schema138.properties.admins.items.type,parentSchema:schema138.properties.admins.items,data:data4};
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
const err7 = {instancePath:instancePath+"/admins",schemaPath:"#/properties/admins/type",keyword:"type",params:{type: "array"},schema:schema138.properties.admins.type,parentSchema:schema138.properties.admins,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.editors !== undefined){
let data5 = data.editors;
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
if(!(validate306(data5[i2], {instancePath:instancePath+"/editors/" + i2,parentData:data5,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate306.errors : vErrors.concat(validate306.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/editors",schemaPath:"#/properties/editors/type",keyword:"type",params:{type: "array"},schema:schema138.properties.editors.type,parentSchema:schema138.properties.editors,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.viewers !== undefined){
let data7 = data.viewers;
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
if(!(validate306(data7[i3], {instancePath:instancePath+"/viewers/" + i3,parentData:data7,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate306.errors : vErrors.concat(validate306.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/viewers",schemaPath:"#/properties/viewers/type",keyword:"type",params:{type: "array"},schema:schema138.properties.viewers.type,parentSchema:schema138.properties.viewers,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.privateFrom !== undefined){
let data9 = data.privateFrom;
if(Array.isArray(data9)){
const len4 = data9.length;
for(let i4=0; i4<len4; i4++){
let data10 = data9[i4];
if(typeof data10 !== "string"){
const err10 = {instancePath:instancePath+"/privateFrom/" + i4,schemaPath:"#/properties/privateFrom/items/type",keyword:"type",params:{type: "string"},schema:schema138.properties.privateFrom.items.type,parentSchema:schema138.properties.privateFrom.items,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/privateFrom",schemaPath:"#/properties/privateFrom/type",keyword:"type",params:{type: "array"},schema:schema138.properties.privateFrom.type,parentSchema:schema138.properties.privateFrom,data:data9};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.dnsEndpoint !== undefined){
let data11 = data.dnsEndpoint;
if(typeof data11 !== "boolean"){
const err12 = {instancePath:instancePath+"/dnsEndpoint",schemaPath:"#/properties/dnsEndpoint/type",keyword:"type",params:{type: "boolean"},schema:schema138.properties.dnsEndpoint.type,parentSchema:schema138.properties.dnsEndpoint,data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.ipEndpoint !== undefined){
let data12 = data.ipEndpoint;
if(typeof data12 !== "boolean"){
const err13 = {instancePath:instancePath+"/ipEndpoint",schemaPath:"#/properties/ipEndpoint/type",keyword:"type",params:{type: "boolean"},schema:schema138.properties.ipEndpoint.type,parentSchema:schema138.properties.ipEndpoint,data:data12};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.googleCloud !== undefined){
let data13 = data.googleCloud;
if(typeof data13 !== "boolean"){
const err14 = {instancePath:instancePath+"/googleCloud",schemaPath:"#/properties/googleCloud/type",keyword:"type",params:{type: "boolean"},schema:schema138.properties.googleCloud.type,parentSchema:schema138.properties.googleCloud,data:data13};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.globalAccess !== undefined){
let data14 = data.globalAccess;
if(typeof data14 !== "boolean"){
const err15 = {instancePath:instancePath+"/globalAccess",schemaPath:"#/properties/globalAccess/type",keyword:"type",params:{type: "boolean"},schema:schema138.properties.globalAccess.type,parentSchema:schema138.properties.globalAccess,data:data14};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.endpointAddress !== undefined){
if(!(validate309(data.endpointAddress, {instancePath:instancePath+"/endpointAddress",parentData:data,parentDataProperty:"endpointAddress",rootData}))){
vErrors = vErrors === null ? validate309.errors : vErrors.concat(validate309.errors);
errors = vErrors.length;
}
}
if(data.securityGroup !== undefined){
let data16 = data.securityGroup;
if(typeof data16 !== "string"){
const err16 = {instancePath:instancePath+"/securityGroup",schemaPath:"#/properties/securityGroup/type",keyword:"type",params:{type: "string"},schema:schema138.properties.securityGroup.type,parentSchema:schema138.properties.securityGroup,data:data16};
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
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema138.type,parentSchema:schema138,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate305.errors = vErrors;
return errors === 0;
}

const schema141 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the group, unique in its cluster: lower-case letters, digits and `-`, starting with a letter."},"machineTypes":{"type":"array","items":{"type":"string"},"description":"The machine type: exactly one, e.g. `n4-standard-4`."},"size":{"anyOf":[{"type":"number"},{"$ref":"#/definitions/SizeRange"}],"description":"Number of nodes: **the total over all zones**. A number is fixed, and Terraform holds it. A range means that an autoscaler owns the number between its ends: the group starts at `min` and Terraform ignores later changes. So the number of nodes that there are must lie within a new range, in each zone with `spread: per-zone`: let the autoscaler or the console move it there first."},"capacity":{"type":"string","enum":["on-demand","spot"],"description":"`on-demand`, or `spot`: cheap machines that Google takes back at 30 seconds' notice. Another one makes another pool, the new one first.","default":"on-demand"},"zones":{"type":"array","items":{"type":"string"},"description":"Names of the zones of this group. Left out: all zones of the network."},"spread":{"$ref":"#/definitions/Spread","description":"- `one-group`: one native group over all its zones; the cloud balances, the autoscaler sees one pool.\n- `per-zone`: one native group in each zone, the total dealt out evenly (10 becomes 4, 3, 3). Right for   workloads with zonal disks: the autoscaler then knows in which zone a new node will be.","default":"one-group"},"disk":{"$ref":"#/definitions/GkeDiskSpec","description":"System disk of each node. Always encrypted."},"labels":{"type":"object","additionalProperties":{"type":"string"},"description":"Kubernetes labels of the nodes."},"taints":{"type":"array","items":{"$ref":"#/definitions/Taint"},"description":"Kubernetes taints of the nodes."},"maxPods":{"type":"number","description":"Highest number of pods on a node, 8 to 256. Left out: 110. Another one makes another pool, the new one first."},"upgrade":{"$ref":"#/definitions/GkeNodeUpgradeSpec","description":"How many nodes at once an upgrade may take away."},"repair":{"type":"boolean","description":"The cloud replaces nodes that stay unhealthy.","default":true},"tags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags of this group's machines, disks and interfaces, beside the cluster's."},"image":{"$ref":"#/definitions/GkeImageSpec","description":"System image of the nodes."},"balance":{"type":"string","enum":["balanced","any"],"description":"In which zones the autoscaler adds nodes: `balanced` over all, or `any` that has machines. Left out: `balanced`, and `any` for spot machines."},"gpu":{"$ref":"#/definitions/GkeGpuSpec","description":"Accelerators of NVIDIA on each machine."},"tpu":{"$ref":"#/definitions/GkeTpuSpec","description":"Tensor Processing Units; the machine type says which (`ct5lp-hightpu-4t`)."},"localSsd":{"$ref":"#/definitions/GkeLocalSsdSpec","description":"The machines' own SSDs. What is on them is lost with the machine."},"confidential":{"type":"string","enum":["none","sev","sev-snp","tdx"],"description":"Memory that is encrypted by the processor with a key that Google does not have. The machine type must know it.","default":"none"},"shielded":{"$ref":"#/definitions/GkeShieldedSpec","description":"Guards against changed firmware and boot loaders."},"sandbox":{"type":"string","enum":["none","gvisor"],"description":"Pods run in gVisor, a kernel of their own, apart from the node's. Image `cos` alone.\n\nNeeds provider 7.22 or later: `gke.providerMinimum`.","default":"none"},"provisioning":{"type":"string","enum":["standard","flex-start","queued"],"description":"Machines that wait for capacity: `flex-start` starts them when there is some, for at most seven days; `queued` starts all that a ProvisioningRequest asks for at once. The size is a range from 0.","default":"standard"},"maxRunSeconds":{"type":"number","description":"Seconds after which Google takes a machine back, 600 to 604800."},"reservation":{"$ref":"#/definitions/GkeReservationSpec","description":"Capacity that is reserved."},"placement":{"type":"string","enum":["none","compact"],"description":"How the machines are placed on hardware: `compact` is close together, in one zone.","default":"none"},"placementPolicy":{"type":"string","description":"Name of an existing placement policy; with `placement: compact`."},"soleTenant":{"$ref":"#/definitions/GkeSoleTenantSpec","description":"Hardware that runs nobody else's machines."},"machine":{"$ref":"#/definitions/GkeMachineSpec","description":"Settings of the machine."},"kubelet":{"$ref":"#/definitions/GkeKubeletSpec","description":"Settings of the kubelet."},"linux":{"$ref":"#/definitions/GkeLinuxSpec","description":"Settings of Linux."},"networkTags":{"type":"array","items":{"type":"string"},"description":"Network tags, which firewall rules name, beside `gke-<cluster>`.","default":[]},"resourceManagerTags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags of Resource Manager, for firewall policies: `tagKeys/<number>` to `tagValues/<number>`, at most five."},"metadata":{"type":"object","additionalProperties":{"type":"string"},"description":"Entries of the machines' metadata. Visible to anyone who may see the machines: no secrets."},"serviceAccountEmail":{"type":"string","description":"E-mail of an existing service account of IAM for these nodes. Left out: that of all nodes."},"podRange":{"type":"string","description":"Name of the secondary range that these nodes' pods have addresses of. Left out: any of the cluster's."},"nodeAddresses":{"type":"string","enum":["private","public"],"description":"Whether these nodes have public addresses. Left out: as `network.nodeAddresses` says."},"additionalNetworks":{"type":"array","items":{"$ref":"#/definitions/GkeAdditionalNetworkSpec"},"description":"More interfaces of nodes and pods. Needs `network.multiNetworking`."},"bandwidth":{"type":"string","enum":["standard","tier-1"],"description":"`tier-1` raises the bandwidth to the internet and between regions, on large machines.","default":"standard"},"gvnic":{"type":"boolean","description":"Google's virtual network interface, which is faster. If omitted, it is on, except on Windows."},"fastSocket":{"type":"boolean","description":"NCCL's fast socket for GPUs. Needs `gvnic`.","default":false},"imageStreaming":{"type":"boolean","description":"Containers start while their image is still being loaded, out of Artifact Registry (image streaming). Image `cos` alone.","default":false},"secondaryDisks":{"type":"array","items":{"$ref":"#/definitions/GkeSecondaryDiskSpec"},"description":"Disks with images or data that are there when a machine starts, up to 127. Needs `imageStreaming`."},"registryAuthorities":{"type":"array","items":{"$ref":"#/definitions/GkeRegistryAuthoritySpec"},"description":"Private registries whose certificates a company's own authority signs."},"logging":{"type":"string","enum":["default","max-throughput"],"description":"Lines that the logging agent can pass on: `max-throughput` needs more of the machine.","default":"default"},"drainOnDelete":{"type":"boolean","description":"When the group goes, its nodes are drained as PodDisruptionBudgets want it.\n\nNeeds provider 7.17 or later: `gke.providerMinimum`.","default":false}},"required":["machineTypes","name","size"],"additionalProperties":false,"description":"Workers of one kind: node pools of GKE. With `spread: per-zone` one in each zone. Else one over all zones; where a fixed `size` does not divide by the number of zones, the rest is a second pool, with one node in each of the first zones: GKE counts nodes by the zone."};
const schema142 = {"type":"object","properties":{"sizeGiB":{"type":"number","description":"Size in GiB, at least 10.","default":50},"type":{"type":"string","enum":["pd-standard","pd-balanced","pd-ssd","hyperdisk-balanced"],"description":"Type. Left out: `hyperdisk-balanced` for machine families that take no other, else `pd-balanced`."},"iops":{"type":"number","description":"I/O operations per second; `hyperdisk-balanced` alone."},"throughputMiBps":{"type":"number","description":"Throughput in MiB/s; `hyperdisk-balanced` alone."},"kmsKeyId":{"type":"string","description":"Full name of the key that encrypts the disk. Left out: the key of `encryption.disks`."},"storagePools":{"type":"array","items":{"type":"string"},"description":"Full names of storage pools, one for each zone."},"confidential":{"type":"boolean","description":"Confidential mode of `hyperdisk-balanced`, with a key of `kmsKeyId` or `encryption.disks`.","default":false}},"additionalProperties":false,"description":"System disk of a node. Encrypted in any case."};

function validate315(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "sizeGiB") || (key0 === "type")) || (key0 === "iops")) || (key0 === "throughputMiBps")) || (key0 === "kmsKeyId")) || (key0 === "storagePools")) || (key0 === "confidential"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema142,data};
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
const err1 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema142.properties.sizeGiB.type,parentSchema:schema142.properties.sizeGiB,data:data0};
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
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema142.properties.type.type,parentSchema:schema142.properties.type,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((((data1 === "pd-standard") || (data1 === "pd-balanced")) || (data1 === "pd-ssd")) || (data1 === "hyperdisk-balanced"))){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema142.properties.type.enum},schema:schema142.properties.type.enum,parentSchema:schema142.properties.type,data:data1};
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
const err4 = {instancePath:instancePath+"/iops",schemaPath:"#/properties/iops/type",keyword:"type",params:{type: "number"},schema:schema142.properties.iops.type,parentSchema:schema142.properties.iops,data:data2};
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
const err5 = {instancePath:instancePath+"/throughputMiBps",schemaPath:"#/properties/throughputMiBps/type",keyword:"type",params:{type: "number"},schema:schema142.properties.throughputMiBps.type,parentSchema:schema142.properties.throughputMiBps,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kmsKeyId !== undefined){
let data4 = data.kmsKeyId;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/kmsKeyId",schemaPath:"#/properties/kmsKeyId/type",keyword:"type",params:{type: "string"},schema:schema142.properties.kmsKeyId.type,parentSchema:schema142.properties.kmsKeyId,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.storagePools !== undefined){
let data5 = data.storagePools;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/storagePools/" + i0,schemaPath:"#/properties/storagePools/items/type",keyword:"type",params:{type: "string"},schema:schema142.properties.storagePools.items.type,parentSchema:schema142.properties.storagePools.items,data:data6};
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
const err8 = {instancePath:instancePath+"/storagePools",schemaPath:"#/properties/storagePools/type",keyword:"type",params:{type: "array"},schema:schema142.properties.storagePools.type,parentSchema:schema142.properties.storagePools,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.confidential !== undefined){
let data7 = data.confidential;
if(typeof data7 !== "boolean"){
const err9 = {instancePath:instancePath+"/confidential",schemaPath:"#/properties/confidential/type",keyword:"type",params:{type: "boolean"},schema:schema142.properties.confidential.type,parentSchema:schema142.properties.confidential,data:data7};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema142.type,parentSchema:schema142,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate315.errors = vErrors;
return errors === 0;
}

const schema143 = {"type":"object","properties":{"maxUnavailable":{"type":"number","description":"Nodes that may be unavailable at once, 1 to 20. With `strategy: surge`."},"maxUnavailablePercent":{"type":"number","description":"The same as a percentage of the group's smallest size, at least one node and at most 20. With `strategy: surge`."},"maxSurge":{"type":"number","description":"Nodes that are added at once for the time of the upgrade, 0 to 20. One of this and `maxUnavailable` is above 0. With `strategy: surge`. In each zone of the pool. If omitted, it is 1, or 0 where `maxUnavailable` or `maxUnavailablePercent` is set."},"strategy":{"type":"string","enum":["surge","blue-green"],"description":"- `surge`: node by node.\n- `blue-green`: a second set of nodes, batch by batch; the first one stays until the second has proved itself.","default":"surge"},"blueGreen":{"$ref":"#/definitions/GkeBlueGreenSpec","description":"Pace of `strategy: blue-green`."}},"additionalProperties":false,"description":"How nodes are replaced when their version or settings change."};
const schema144 = {"type":"object","properties":{"batchNodes":{"type":"number","description":"Nodes that are drained at once."},"batchPercent":{"type":"number","description":"The same as a percentage of the pool, 1 to 100.","default":33},"batchSoakSeconds":{"type":"number","description":"Seconds to wait after each batch, up to 604800.","default":0},"soakSeconds":{"type":"number","description":"Seconds for which the old nodes stay after the last batch, up to 604800.","default":3600}},"additionalProperties":false,"description":"Pace of a blue-green upgrade; one of `batchNodes` and `batchPercent`."};

function validate319(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "batchNodes") || (key0 === "batchPercent")) || (key0 === "batchSoakSeconds")) || (key0 === "soakSeconds"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema144,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.batchNodes !== undefined){
let data0 = data.batchNodes;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/batchNodes",schemaPath:"#/properties/batchNodes/type",keyword:"type",params:{type: "number"},schema:schema144.properties.batchNodes.type,parentSchema:schema144.properties.batchNodes,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.batchPercent !== undefined){
let data1 = data.batchPercent;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/batchPercent",schemaPath:"#/properties/batchPercent/type",keyword:"type",params:{type: "number"},schema:schema144.properties.batchPercent.type,parentSchema:schema144.properties.batchPercent,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.batchSoakSeconds !== undefined){
let data2 = data.batchSoakSeconds;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err3 = {instancePath:instancePath+"/batchSoakSeconds",schemaPath:"#/properties/batchSoakSeconds/type",keyword:"type",params:{type: "number"},schema:schema144.properties.batchSoakSeconds.type,parentSchema:schema144.properties.batchSoakSeconds,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.soakSeconds !== undefined){
let data3 = data.soakSeconds;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err4 = {instancePath:instancePath+"/soakSeconds",schemaPath:"#/properties/soakSeconds/type",keyword:"type",params:{type: "number"},schema:schema144.properties.soakSeconds.type,parentSchema:schema144.properties.soakSeconds,data:data3};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema144.type,parentSchema:schema144,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate319.errors = vErrors;
return errors === 0;
}


function validate318(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "maxUnavailable") || (key0 === "maxUnavailablePercent")) || (key0 === "maxSurge")) || (key0 === "strategy")) || (key0 === "blueGreen"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema143,data};
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
const err1 = {instancePath:instancePath+"/maxUnavailable",schemaPath:"#/properties/maxUnavailable/type",keyword:"type",params:{type: "number"},schema:schema143.properties.maxUnavailable.type,parentSchema:schema143.properties.maxUnavailable,data:data0};
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
const err2 = {instancePath:instancePath+"/maxUnavailablePercent",schemaPath:"#/properties/maxUnavailablePercent/type",keyword:"type",params:{type: "number"},schema:schema143.properties.maxUnavailablePercent.type,parentSchema:schema143.properties.maxUnavailablePercent,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.maxSurge !== undefined){
let data2 = data.maxSurge;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err3 = {instancePath:instancePath+"/maxSurge",schemaPath:"#/properties/maxSurge/type",keyword:"type",params:{type: "number"},schema:schema143.properties.maxSurge.type,parentSchema:schema143.properties.maxSurge,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.strategy !== undefined){
let data3 = data.strategy;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/type",keyword:"type",params:{type: "string"},schema:schema143.properties.strategy.type,parentSchema:schema143.properties.strategy,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data3 === "surge") || (data3 === "blue-green"))){
const err5 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema143.properties.strategy.enum},schema:schema143.properties.strategy.enum,parentSchema:schema143.properties.strategy,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.blueGreen !== undefined){
if(!(validate319(data.blueGreen, {instancePath:instancePath+"/blueGreen",parentData:data,parentDataProperty:"blueGreen",rootData}))){
vErrors = vErrors === null ? validate319.errors : vErrors.concat(validate319.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema143.type,parentSchema:schema143,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate318.errors = vErrors;
return errors === 0;
}

const schema145 = {"type":"object","properties":{"family":{"type":"string","enum":["cos","ubuntu","windows"],"description":"- `cos`: Container-Optimized OS, small and locked up.\n- `ubuntu`: for modules and file systems that `cos` lacks.\n- `windows`: Windows Server, in a cluster that has Linux nodes too.","default":"cos"},"windowsVersion":{"type":"string","enum":["2019","2022"],"description":"Version of Windows Server.","default":"2022"}},"additionalProperties":false,"description":"System image of a node."};

function validate322(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "family") || (key0 === "windowsVersion"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema145,data};
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
let data0 = data.family;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/type",keyword:"type",params:{type: "string"},schema:schema145.properties.family.type,parentSchema:schema145.properties.family,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!(((data0 === "cos") || (data0 === "ubuntu")) || (data0 === "windows"))){
const err2 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/enum",keyword:"enum",params:{allowedValues: schema145.properties.family.enum},schema:schema145.properties.family.enum,parentSchema:schema145.properties.family,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.windowsVersion !== undefined){
let data1 = data.windowsVersion;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/windowsVersion",schemaPath:"#/properties/windowsVersion/type",keyword:"type",params:{type: "string"},schema:schema145.properties.windowsVersion.type,parentSchema:schema145.properties.windowsVersion,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data1 === "2019") || (data1 === "2022"))){
const err4 = {instancePath:instancePath+"/windowsVersion",schemaPath:"#/properties/windowsVersion/enum",keyword:"enum",params:{allowedValues: schema145.properties.windowsVersion.enum},schema:schema145.properties.windowsVersion.enum,parentSchema:schema145.properties.windowsVersion,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema145.type,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate322.errors = vErrors;
return errors === 0;
}

const schema146 = {"type":"object","properties":{"type":{"type":"string","description":"Type, e.g. `nvidia-l4`. Left out: that of the machine type, where it has GPUs of its own (A2, A3, A4, G2, G4)."},"count":{"type":"number","description":"Number for each machine. Left out: that of the machine type, likewise."},"driver":{"type":"string","enum":["default","latest","none"],"description":"Driver that GKE installs: its `default`, the `latest`, or `none` where an operator does.","default":"default"},"partition":{"type":"string","description":"Parts that each GPU is divided into (Multi-Instance GPU), e.g. `1g.5gb`."},"sharing":{"$ref":"#/definitions/GkeGpuSharingSpec","description":"Several pods share one GPU."}},"additionalProperties":false,"description":"GPUs of NVIDIA. GKE taints nodes with GPUs (`nvidia.com/gpu=present:NoSchedule`), and pods that ask for one tolerate it."};
const schema147 = {"type":"object","properties":{"strategy":{"type":"string","enum":["time-sharing","mps"],"description":"In turns (`time-sharing`), or at the same time (`mps`)."},"clients":{"type":"number","description":"Pods at most, 2 to 48."}},"required":["strategy","clients"],"additionalProperties":false,"description":"Several pods share one GPU."};

function validate325(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.strategy === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "strategy"},schema:schema147.required,parentSchema:schema147,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.clients === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "clients"},schema:schema147.required,parentSchema:schema147,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "strategy") || (key0 === "clients"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema147,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.strategy !== undefined){
let data0 = data.strategy;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/type",keyword:"type",params:{type: "string"},schema:schema147.properties.strategy.type,parentSchema:schema147.properties.strategy,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data0 === "time-sharing") || (data0 === "mps"))){
const err4 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema147.properties.strategy.enum},schema:schema147.properties.strategy.enum,parentSchema:schema147.properties.strategy,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.clients !== undefined){
let data1 = data.clients;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/clients",schemaPath:"#/properties/clients/type",keyword:"type",params:{type: "number"},schema:schema147.properties.clients.type,parentSchema:schema147.properties.clients,data:data1};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema147.type,parentSchema:schema147,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate325.errors = vErrors;
return errors === 0;
}


function validate324(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "count")) || (key0 === "driver")) || (key0 === "partition")) || (key0 === "sharing"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema146,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema146.properties.type.type,parentSchema:schema146.properties.type,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.count !== undefined){
let data1 = data.count;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "number"},schema:schema146.properties.count.type,parentSchema:schema146.properties.count,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.driver !== undefined){
let data2 = data.driver;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/driver",schemaPath:"#/properties/driver/type",keyword:"type",params:{type: "string"},schema:schema146.properties.driver.type,parentSchema:schema146.properties.driver,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!(((data2 === "default") || (data2 === "latest")) || (data2 === "none"))){
const err4 = {instancePath:instancePath+"/driver",schemaPath:"#/properties/driver/enum",keyword:"enum",params:{allowedValues: schema146.properties.driver.enum},schema:schema146.properties.driver.enum,parentSchema:schema146.properties.driver,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.partition !== undefined){
let data3 = data.partition;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/partition",schemaPath:"#/properties/partition/type",keyword:"type",params:{type: "string"},schema:schema146.properties.partition.type,parentSchema:schema146.properties.partition,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.sharing !== undefined){
if(!(validate325(data.sharing, {instancePath:instancePath+"/sharing",parentData:data,parentDataProperty:"sharing",rootData}))){
vErrors = vErrors === null ? validate325.errors : vErrors.concat(validate325.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema146.type,parentSchema:schema146,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate324.errors = vErrors;
return errors === 0;
}

const schema148 = {"type":"object","properties":{"topology":{"type":"string","description":"Arrangement of the chips, e.g. `2x4`. More than one machine's chips make the pool one slice, of fixed size."}},"required":["topology"],"additionalProperties":false,"description":"Tensor Processing Units. GKE taints the nodes (`google.com/tpu=present:NoSchedule`)."};

function validate328(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.topology === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "topology"},schema:schema148.required,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "topology")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.topology !== undefined){
let data0 = data.topology;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/topology",schemaPath:"#/properties/topology/type",keyword:"type",params:{type: "string"},schema:schema148.properties.topology.type,parentSchema:schema148.properties.topology,data:data0};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema148.type,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate328.errors = vErrors;
return errors === 0;
}

const schema149 = {"type":"object","properties":{"count":{"type":"number","description":"Number of disks for each machine. Machine types with a fixed number (`-lssd`) want that number."},"use":{"type":"string","enum":["ephemeral","block"],"description":"- `ephemeral`: containers and their scratch space live on them.\n- `block`: raw NVMe disks, for pods that claim them.","default":"ephemeral"},"dataCacheCount":{"type":"number","description":"Of the disks for `ephemeral`, those that cache persistent disks (GKE Data Cache).","default":0},"encryption":{"type":"string","enum":["standard","ephemeral-key"],"description":"Who makes the key: Google's standard one, or one that is lost with the machine.","default":"standard"}},"required":["count"],"additionalProperties":false,"description":"The machines' own SSDs of 375 GiB each."};

function validate330(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.count === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "count"},schema:schema149.required,parentSchema:schema149,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "count") || (key0 === "use")) || (key0 === "dataCacheCount")) || (key0 === "encryption"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema149,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.count !== undefined){
let data0 = data.count;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "number"},schema:schema149.properties.count.type,parentSchema:schema149.properties.count,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.use !== undefined){
let data1 = data.use;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/use",schemaPath:"#/properties/use/type",keyword:"type",params:{type: "string"},schema:schema149.properties.use.type,parentSchema:schema149.properties.use,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data1 === "ephemeral") || (data1 === "block"))){
const err4 = {instancePath:instancePath+"/use",schemaPath:"#/properties/use/enum",keyword:"enum",params:{allowedValues: schema149.properties.use.enum},schema:schema149.properties.use.enum,parentSchema:schema149.properties.use,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.dataCacheCount !== undefined){
let data2 = data.dataCacheCount;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/dataCacheCount",schemaPath:"#/properties/dataCacheCount/type",keyword:"type",params:{type: "number"},schema:schema149.properties.dataCacheCount.type,parentSchema:schema149.properties.dataCacheCount,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.encryption !== undefined){
let data3 = data.encryption;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/encryption",schemaPath:"#/properties/encryption/type",keyword:"type",params:{type: "string"},schema:schema149.properties.encryption.type,parentSchema:schema149.properties.encryption,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data3 === "standard") || (data3 === "ephemeral-key"))){
const err7 = {instancePath:instancePath+"/encryption",schemaPath:"#/properties/encryption/enum",keyword:"enum",params:{allowedValues: schema149.properties.encryption.enum},schema:schema149.properties.encryption.enum,parentSchema:schema149.properties.encryption,data:data3};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema149.type,parentSchema:schema149,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate330.errors = vErrors;
return errors === 0;
}

const schema150 = {"type":"object","properties":{"secureBoot":{"type":"boolean","description":"Only signed boot loaders, kernels and modules run. `false` for unsigned third-party modules.","default":true},"integrityMonitoring":{"type":"boolean","description":"Changes of the boot sequence are written to the logs.","default":true}},"additionalProperties":false,"description":"Shielded nodes."};

function validate332(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "secureBoot") || (key0 === "integrityMonitoring"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema150,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.secureBoot !== undefined){
let data0 = data.secureBoot;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/secureBoot",schemaPath:"#/properties/secureBoot/type",keyword:"type",params:{type: "boolean"},schema:schema150.properties.secureBoot.type,parentSchema:schema150.properties.secureBoot,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.integrityMonitoring !== undefined){
let data1 = data.integrityMonitoring;
if(typeof data1 !== "boolean"){
const err2 = {instancePath:instancePath+"/integrityMonitoring",schemaPath:"#/properties/integrityMonitoring/type",keyword:"type",params:{type: "boolean"},schema:schema150.properties.integrityMonitoring.type,parentSchema:schema150.properties.integrityMonitoring,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema150.type,parentSchema:schema150,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate332.errors = vErrors;
return errors === 0;
}

const schema151 = {"type":"object","properties":{"use":{"type":"string","enum":["any","none","specific"],"description":"Any fitting reservation, none, or one by its name."},"name":{"type":"string","description":"Name of the reservation, for `specific`; of another project `projects/<id>/reservations/<name>`."}},"required":["use"],"additionalProperties":false,"description":"Capacity that is reserved."};

function validate334(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.use === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "use"},schema:schema151.required,parentSchema:schema151,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "use") || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema151,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.use !== undefined){
let data0 = data.use;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/use",schemaPath:"#/properties/use/type",keyword:"type",params:{type: "string"},schema:schema151.properties.use.type,parentSchema:schema151.properties.use,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data0 === "any") || (data0 === "none")) || (data0 === "specific"))){
const err3 = {instancePath:instancePath+"/use",schemaPath:"#/properties/use/enum",keyword:"enum",params:{allowedValues: schema151.properties.use.enum},schema:schema151.properties.use.enum,parentSchema:schema151.properties.use,data:data0};
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
let data1 = data.name;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema151.properties.name.type,parentSchema:schema151.properties.name,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema151.type,parentSchema:schema151,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate334.errors = vErrors;
return errors === 0;
}

const schema152 = {"type":"object","properties":{"affinity":{"type":"array","items":{"$ref":"#/definitions/GkeAffinity"},"description":"Which sole-tenant nodes, by their labels. At least one."},"minNodeCpus":{"type":"number","description":"Fewest vCPUs of each machine, for overcommitted hardware."}},"required":["affinity"],"additionalProperties":false,"description":"Nodes of a sole tenant."};
const schema153 = {"type":"object","properties":{"key":{"type":"string"},"operator":{"type":"string","enum":["in","not-in"]},"values":{"type":"array","items":{"type":"string"}}},"required":["key","operator","values"],"additionalProperties":false,"description":"One condition on labels."};

function validate337(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.operator === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "operator"},schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.values === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "values"},schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "key") || (key0 === "operator")) || (key0 === "values"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.key !== undefined){
let data0 = data.key;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},schema:schema153.properties.key.type,parentSchema:schema153.properties.key,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.operator !== undefined){
let data1 = data.operator;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/operator",schemaPath:"#/properties/operator/type",keyword:"type",params:{type: "string"},schema:schema153.properties.operator.type,parentSchema:schema153.properties.operator,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((data1 === "in") || (data1 === "not-in"))){
const err6 = {instancePath:instancePath+"/operator",schemaPath:"#/properties/operator/enum",keyword:"enum",params:{allowedValues: schema153.properties.operator.enum},schema:schema153.properties.operator.enum,parentSchema:schema153.properties.operator,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.values !== undefined){
let data2 = data.values;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/properties/values/items/type",keyword:"type",params:{type: "string"},schema:schema153.properties.values.items.type,parentSchema:schema153.properties.values.items,data:data3};
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
const err8 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "array"},schema:schema153.properties.values.type,parentSchema:schema153.properties.values,data:data2};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema153.type,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate337.errors = vErrors;
return errors === 0;
}


function validate336(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.affinity === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "affinity"},schema:schema152.required,parentSchema:schema152,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "affinity") || (key0 === "minNodeCpus"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema152,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.affinity !== undefined){
let data0 = data.affinity;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate337(data0[i0], {instancePath:instancePath+"/affinity/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate337.errors : vErrors.concat(validate337.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/affinity",schemaPath:"#/properties/affinity/type",keyword:"type",params:{type: "array"},schema:schema152.properties.affinity.type,parentSchema:schema152.properties.affinity,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.minNodeCpus !== undefined){
let data2 = data.minNodeCpus;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err3 = {instancePath:instancePath+"/minNodeCpus",schemaPath:"#/properties/minNodeCpus/type",keyword:"type",params:{type: "number"},schema:schema152.properties.minNodeCpus.type,parentSchema:schema152.properties.minNodeCpus,data:data2};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema152.type,parentSchema:schema152,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate336.errors = vErrors;
return errors === 0;
}

const schema154 = {"type":"object","properties":{"threadsPerCore":{"type":"number","enum":[1,2],"description":"Threads of each core: `1` switches simultaneous multithreading off. Left out: as the machine type has it."},"nestedVirtualization":{"type":"boolean","description":"Virtual machines in the node."},"performanceMonitoring":{"type":"string","enum":["architectural","standard","enhanced"],"description":"Counters of the processor that programs may read."},"minCpuPlatform":{"type":"string","description":"Oldest processor generation, e.g. `Intel Ice Lake`."},"hostMaintenance":{"type":"string","enum":["as-needed","periodic"],"description":"When the host is maintained: as needed, or at fixed times that are told beforehand."}},"additionalProperties":false,"description":"Settings of a machine."};

function validate340(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "threadsPerCore") || (key0 === "nestedVirtualization")) || (key0 === "performanceMonitoring")) || (key0 === "minCpuPlatform")) || (key0 === "hostMaintenance"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema154,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.threadsPerCore !== undefined){
let data0 = data.threadsPerCore;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/threadsPerCore",schemaPath:"#/properties/threadsPerCore/type",keyword:"type",params:{type: "number"},schema:schema154.properties.threadsPerCore.type,parentSchema:schema154.properties.threadsPerCore,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === 1) || (data0 === 2))){
const err2 = {instancePath:instancePath+"/threadsPerCore",schemaPath:"#/properties/threadsPerCore/enum",keyword:"enum",params:{allowedValues: schema154.properties.threadsPerCore.enum},schema:schema154.properties.threadsPerCore.enum,parentSchema:schema154.properties.threadsPerCore,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.nestedVirtualization !== undefined){
let data1 = data.nestedVirtualization;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/nestedVirtualization",schemaPath:"#/properties/nestedVirtualization/type",keyword:"type",params:{type: "boolean"},schema:schema154.properties.nestedVirtualization.type,parentSchema:schema154.properties.nestedVirtualization,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.performanceMonitoring !== undefined){
let data2 = data.performanceMonitoring;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/performanceMonitoring",schemaPath:"#/properties/performanceMonitoring/type",keyword:"type",params:{type: "string"},schema:schema154.properties.performanceMonitoring.type,parentSchema:schema154.properties.performanceMonitoring,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(((data2 === "architectural") || (data2 === "standard")) || (data2 === "enhanced"))){
const err5 = {instancePath:instancePath+"/performanceMonitoring",schemaPath:"#/properties/performanceMonitoring/enum",keyword:"enum",params:{allowedValues: schema154.properties.performanceMonitoring.enum},schema:schema154.properties.performanceMonitoring.enum,parentSchema:schema154.properties.performanceMonitoring,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.minCpuPlatform !== undefined){
let data3 = data.minCpuPlatform;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/minCpuPlatform",schemaPath:"#/properties/minCpuPlatform/type",keyword:"type",params:{type: "string"},schema:schema154.properties.minCpuPlatform.type,parentSchema:schema154.properties.minCpuPlatform,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.hostMaintenance !== undefined){
let data4 = data.hostMaintenance;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/hostMaintenance",schemaPath:"#/properties/hostMaintenance/type",keyword:"type",params:{type: "string"},schema:schema154.properties.hostMaintenance.type,parentSchema:schema154.properties.hostMaintenance,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((data4 === "as-needed") || (data4 === "periodic"))){
const err8 = {instancePath:instancePath+"/hostMaintenance",schemaPath:"#/properties/hostMaintenance/enum",keyword:"enum",params:{allowedValues: schema154.properties.hostMaintenance.enum},schema:schema154.properties.hostMaintenance.enum,parentSchema:schema154.properties.hostMaintenance,data:data4};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema154.type,parentSchema:schema154,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate340.errors = vErrors;
return errors === 0;
}

const schema155 = {"type":"object","properties":{"cpuManager":{"type":"string","enum":["none","static"],"description":"`static` gives pods of whole CPUs these CPUs for themselves."},"cpuCfsQuota":{"type":"boolean","description":"CPU limits hold.","default":true},"cpuCfsQuotaPeriod":{"type":"string","description":"Period of CPU limits, e.g. `100ms`; 1 ms to 1 s."},"podPidsLimit":{"type":"number","description":"Processes in a pod, 1024 to 4194304."},"containerLogMaxSize":{"type":"string","description":"Size at which a container's log is rotated, 10Mi to 500Mi."},"containerLogMaxFiles":{"type":"number","description":"Log files of a container, 2 to 10."},"imageGcLowPercent":{"type":"number","description":"Percentage of the disk below which no image is cleared away, 10 to 85; below the next."},"imageGcHighPercent":{"type":"number","description":"Percentage of the disk above which images are always cleared away, 10 to 85."},"imageMinAge":{"type":"string","description":"Age below which no image is cleared away, e.g. `2m`; at most 2m."},"imageMaxAge":{"type":"string","description":"Age above which an unused image is cleared away, e.g. `24h`."},"allowedUnsafeSysctls":{"type":"array","items":{"type":"string"},"description":"Sysctls that pods may set, by name or pattern, of the groups that GKE allows: `net.ipv4.*`."},"maxParallelImagePulls":{"type":"number","description":"Images that are loaded at once, 2 to 5."},"singleProcessOomKill":{"type":"boolean","description":"When one process takes too much memory it ends alone, not its whole container."},"evictionSoft":{"$ref":"#/definitions/GkeEvictionSignals","description":"Thresholds from which pods are evicted when they last; each needs its time in `evictionSoftGracePeriod`."},"evictionSoftGracePeriod":{"$ref":"#/definitions/GkeEvictionSignals","description":"How long the threshold must last, e.g. `1m30s`."},"evictionMinimumReclaim":{"$ref":"#/definitions/GkeEvictionSignals","description":"How much is reclaimed at least when pods are evicted."},"evictionMaxPodGraceSeconds":{"type":"number","description":"Seconds that an evicted pod has to end, 0 to 300."}},"additionalProperties":false,"description":"Settings of the kubelet. Limits are those of GKE's documentation on node system configuration."};
const schema156 = {"type":"object","properties":{"memoryAvailable":{"type":"string"},"nodefsAvailable":{"type":"string"},"nodefsInodesFree":{"type":"string"},"imagefsAvailable":{"type":"string"},"imagefsInodesFree":{"type":"string"},"pidAvailable":{"type":"string"}},"additionalProperties":false,"description":"One value for each of the kubelet's signals."};

function validate343(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "memoryAvailable") || (key0 === "nodefsAvailable")) || (key0 === "nodefsInodesFree")) || (key0 === "imagefsAvailable")) || (key0 === "imagefsInodesFree")) || (key0 === "pidAvailable"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.memoryAvailable !== undefined){
let data0 = data.memoryAvailable;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/memoryAvailable",schemaPath:"#/properties/memoryAvailable/type",keyword:"type",params:{type: "string"},schema:schema156.properties.memoryAvailable.type,parentSchema:schema156.properties.memoryAvailable,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.nodefsAvailable !== undefined){
let data1 = data.nodefsAvailable;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/nodefsAvailable",schemaPath:"#/properties/nodefsAvailable/type",keyword:"type",params:{type: "string"},schema:schema156.properties.nodefsAvailable.type,parentSchema:schema156.properties.nodefsAvailable,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.nodefsInodesFree !== undefined){
let data2 = data.nodefsInodesFree;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/nodefsInodesFree",schemaPath:"#/properties/nodefsInodesFree/type",keyword:"type",params:{type: "string"},schema:schema156.properties.nodefsInodesFree.type,parentSchema:schema156.properties.nodefsInodesFree,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.imagefsAvailable !== undefined){
let data3 = data.imagefsAvailable;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/imagefsAvailable",schemaPath:"#/properties/imagefsAvailable/type",keyword:"type",params:{type: "string"},schema:schema156.properties.imagefsAvailable.type,parentSchema:schema156.properties.imagefsAvailable,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.imagefsInodesFree !== undefined){
let data4 = data.imagefsInodesFree;
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/imagefsInodesFree",schemaPath:"#/properties/imagefsInodesFree/type",keyword:"type",params:{type: "string"},schema:schema156.properties.imagefsInodesFree.type,parentSchema:schema156.properties.imagefsInodesFree,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.pidAvailable !== undefined){
let data5 = data.pidAvailable;
if(typeof data5 !== "string"){
const err6 = {instancePath:instancePath+"/pidAvailable",schemaPath:"#/properties/pidAvailable/type",keyword:"type",params:{type: "string"},schema:schema156.properties.pidAvailable.type,parentSchema:schema156.properties.pidAvailable,data:data5};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema156.type,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate343.errors = vErrors;
return errors === 0;
}


function validate342(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema155.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema155,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.cpuManager !== undefined){
let data0 = data.cpuManager;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/cpuManager",schemaPath:"#/properties/cpuManager/type",keyword:"type",params:{type: "string"},schema:schema155.properties.cpuManager.type,parentSchema:schema155.properties.cpuManager,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "none") || (data0 === "static"))){
const err2 = {instancePath:instancePath+"/cpuManager",schemaPath:"#/properties/cpuManager/enum",keyword:"enum",params:{allowedValues: schema155.properties.cpuManager.enum},schema:schema155.properties.cpuManager.enum,parentSchema:schema155.properties.cpuManager,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.cpuCfsQuota !== undefined){
let data1 = data.cpuCfsQuota;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/cpuCfsQuota",schemaPath:"#/properties/cpuCfsQuota/type",keyword:"type",params:{type: "boolean"},schema:schema155.properties.cpuCfsQuota.type,parentSchema:schema155.properties.cpuCfsQuota,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cpuCfsQuotaPeriod !== undefined){
let data2 = data.cpuCfsQuotaPeriod;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/cpuCfsQuotaPeriod",schemaPath:"#/properties/cpuCfsQuotaPeriod/type",keyword:"type",params:{type: "string"},schema:schema155.properties.cpuCfsQuotaPeriod.type,parentSchema:schema155.properties.cpuCfsQuotaPeriod,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.podPidsLimit !== undefined){
let data3 = data.podPidsLimit;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err5 = {instancePath:instancePath+"/podPidsLimit",schemaPath:"#/properties/podPidsLimit/type",keyword:"type",params:{type: "number"},schema:schema155.properties.podPidsLimit.type,parentSchema:schema155.properties.podPidsLimit,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.containerLogMaxSize !== undefined){
let data4 = data.containerLogMaxSize;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/containerLogMaxSize",schemaPath:"#/properties/containerLogMaxSize/type",keyword:"type",params:{type: "string"},schema:schema155.properties.containerLogMaxSize.type,parentSchema:schema155.properties.containerLogMaxSize,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.containerLogMaxFiles !== undefined){
let data5 = data.containerLogMaxFiles;
if(!((typeof data5 == "number") && (isFinite(data5)))){
const err7 = {instancePath:instancePath+"/containerLogMaxFiles",schemaPath:"#/properties/containerLogMaxFiles/type",keyword:"type",params:{type: "number"},schema:schema155.properties.containerLogMaxFiles.type,parentSchema:schema155.properties.containerLogMaxFiles,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.imageGcLowPercent !== undefined){
let data6 = data.imageGcLowPercent;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err8 = {instancePath:instancePath+"/imageGcLowPercent",schemaPath:"#/properties/imageGcLowPercent/type",keyword:"type",params:{type: "number"},schema:schema155.properties.imageGcLowPercent.type,parentSchema:schema155.properties.imageGcLowPercent,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.imageGcHighPercent !== undefined){
let data7 = data.imageGcHighPercent;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err9 = {instancePath:instancePath+"/imageGcHighPercent",schemaPath:"#/properties/imageGcHighPercent/type",keyword:"type",params:{type: "number"},schema:schema155.properties.imageGcHighPercent.type,parentSchema:schema155.properties.imageGcHighPercent,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.imageMinAge !== undefined){
let data8 = data.imageMinAge;
if(typeof data8 !== "string"){
const err10 = {instancePath:instancePath+"/imageMinAge",schemaPath:"#/properties/imageMinAge/type",keyword:"type",params:{type: "string"},schema:schema155.properties.imageMinAge.type,parentSchema:schema155.properties.imageMinAge,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.imageMaxAge !== undefined){
let data9 = data.imageMaxAge;
if(typeof data9 !== "string"){
const err11 = {instancePath:instancePath+"/imageMaxAge",schemaPath:"#/properties/imageMaxAge/type",keyword:"type",params:{type: "string"},schema:schema155.properties.imageMaxAge.type,parentSchema:schema155.properties.imageMaxAge,data:data9};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.allowedUnsafeSysctls !== undefined){
let data10 = data.allowedUnsafeSysctls;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(typeof data11 !== "string"){
const err12 = {instancePath:instancePath+"/allowedUnsafeSysctls/" + i0,schemaPath:"#/properties/allowedUnsafeSysctls/items/type",keyword:"type",params:{type: "string"},schema:schema155.properties.allowedUnsafeSysctls.items.type,parentSchema:schema155.properties.allowedUnsafeSysctls.items,data:data11};
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
const err13 = {instancePath:instancePath+"/allowedUnsafeSysctls",schemaPath:"#/properties/allowedUnsafeSysctls/type",keyword:"type",params:{type: "array"},schema:schema155.properties.allowedUnsafeSysctls.type,parentSchema:schema155.properties.allowedUnsafeSysctls,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.maxParallelImagePulls !== undefined){
let data12 = data.maxParallelImagePulls;
if(!((typeof data12 == "number") && (isFinite(data12)))){
const err14 = {instancePath:instancePath+"/maxParallelImagePulls",schemaPath:"#/properties/maxParallelImagePulls/type",keyword:"type",params:{type: "number"},schema:schema155.properties.maxParallelImagePulls.type,parentSchema:schema155.properties.maxParallelImagePulls,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.singleProcessOomKill !== undefined){
let data13 = data.singleProcessOomKill;
if(typeof data13 !== "boolean"){
const err15 = {instancePath:instancePath+"/singleProcessOomKill",schemaPath:"#/properties/singleProcessOomKill/type",keyword:"type",params:{type: "boolean"},schema:schema155.properties.singleProcessOomKill.type,parentSchema:schema155.properties.singleProcessOomKill,data:data13};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.evictionSoft !== undefined){
if(!(validate343(data.evictionSoft, {instancePath:instancePath+"/evictionSoft",parentData:data,parentDataProperty:"evictionSoft",rootData}))){
vErrors = vErrors === null ? validate343.errors : vErrors.concat(validate343.errors);
errors = vErrors.length;
}
}
if(data.evictionSoftGracePeriod !== undefined){
if(!(validate343(data.evictionSoftGracePeriod, {instancePath:instancePath+"/evictionSoftGracePeriod",parentData:data,parentDataProperty:"evictionSoftGracePeriod",rootData}))){
vErrors = vErrors === null ? validate343.errors : vErrors.concat(validate343.errors);
errors = vErrors.length;
}
}
if(data.evictionMinimumReclaim !== undefined){
if(!(validate343(data.evictionMinimumReclaim, {instancePath:instancePath+"/evictionMinimumReclaim",parentData:data,parentDataProperty:"evictionMinimumReclaim",rootData}))){
vErrors = vErrors === null ? validate343.errors : vErrors.concat(validate343.errors);
errors = vErrors.length;
}
}
if(data.evictionMaxPodGraceSeconds !== undefined){
let data17 = data.evictionMaxPodGraceSeconds;
if(!((typeof data17 == "number") && (isFinite(data17)))){
const err16 = {instancePath:instancePath+"/evictionMaxPodGraceSeconds",schemaPath:"#/properties/evictionMaxPodGraceSeconds/type",keyword:"type",params:{type: "number"},schema:schema155.properties.evictionMaxPodGraceSeconds.type,parentSchema:schema155.properties.evictionMaxPodGraceSeconds,data:data17};
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
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema155.type,parentSchema:schema155,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate342.errors = vErrors;
return errors === 0;
}

const schema157 = {"type":"object","properties":{"sysctls":{"type":"object","additionalProperties":{"type":"string"},"description":"Kernel settings by name, of those that GKE allows."},"cgroup":{"type":"string","enum":["v1","v2"],"description":"Version of control groups. Left out: GKE's own choice, which is 2."},"hugepages2Mi":{"type":"number","description":"Pages of 2 MiB that are set aside."},"hugepages1Gi":{"type":"number","description":"Pages of 1 GiB that are set aside."},"transparentHugepages":{"type":"string","enum":["always","madvise","never"],"description":"Transparent huge pages."},"transparentHugepageDefrag":{"type":"string","enum":["always","defer","defer-with-madvise","madvise","never"],"description":"Whether memory is put in order for transparent huge pages."}},"additionalProperties":false,"description":"Settings of Linux."};

function validate348(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "sysctls") || (key0 === "cgroup")) || (key0 === "hugepages2Mi")) || (key0 === "hugepages1Gi")) || (key0 === "transparentHugepages")) || (key0 === "transparentHugepageDefrag"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema157,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.sysctls !== undefined){
let data0 = data.sysctls;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data1 = data0[key1];
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/sysctls/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctls/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema157.properties.sysctls.additionalProperties.type,parentSchema:schema157.properties.sysctls.additionalProperties,data:data1};
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
const err2 = {instancePath:instancePath+"/sysctls",schemaPath:"#/properties/sysctls/type",keyword:"type",params:{type: "object"},schema:schema157.properties.sysctls.type,parentSchema:schema157.properties.sysctls,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.cgroup !== undefined){
let data2 = data.cgroup;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/cgroup",schemaPath:"#/properties/cgroup/type",keyword:"type",params:{type: "string"},schema:schema157.properties.cgroup.type,parentSchema:schema157.properties.cgroup,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data2 === "v1") || (data2 === "v2"))){
const err4 = {instancePath:instancePath+"/cgroup",schemaPath:"#/properties/cgroup/enum",keyword:"enum",params:{allowedValues: schema157.properties.cgroup.enum},schema:schema157.properties.cgroup.enum,parentSchema:schema157.properties.cgroup,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.hugepages2Mi !== undefined){
let data3 = data.hugepages2Mi;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err5 = {instancePath:instancePath+"/hugepages2Mi",schemaPath:"#/properties/hugepages2Mi/type",keyword:"type",params:{type: "number"},schema:schema157.properties.hugepages2Mi.type,parentSchema:schema157.properties.hugepages2Mi,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.hugepages1Gi !== undefined){
let data4 = data.hugepages1Gi;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err6 = {instancePath:instancePath+"/hugepages1Gi",schemaPath:"#/properties/hugepages1Gi/type",keyword:"type",params:{type: "number"},schema:schema157.properties.hugepages1Gi.type,parentSchema:schema157.properties.hugepages1Gi,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.transparentHugepages !== undefined){
let data5 = data.transparentHugepages;
if(typeof data5 !== "string"){
const err7 = {instancePath:instancePath+"/transparentHugepages",schemaPath:"#/properties/transparentHugepages/type",keyword:"type",params:{type: "string"},schema:schema157.properties.transparentHugepages.type,parentSchema:schema157.properties.transparentHugepages,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(((data5 === "always") || (data5 === "madvise")) || (data5 === "never"))){
const err8 = {instancePath:instancePath+"/transparentHugepages",schemaPath:"#/properties/transparentHugepages/enum",keyword:"enum",params:{allowedValues: schema157.properties.transparentHugepages.enum},schema:schema157.properties.transparentHugepages.enum,parentSchema:schema157.properties.transparentHugepages,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.transparentHugepageDefrag !== undefined){
let data6 = data.transparentHugepageDefrag;
if(typeof data6 !== "string"){
const err9 = {instancePath:instancePath+"/transparentHugepageDefrag",schemaPath:"#/properties/transparentHugepageDefrag/type",keyword:"type",params:{type: "string"},schema:schema157.properties.transparentHugepageDefrag.type,parentSchema:schema157.properties.transparentHugepageDefrag,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!(((((data6 === "always") || (data6 === "defer")) || (data6 === "defer-with-madvise")) || (data6 === "madvise")) || (data6 === "never"))){
const err10 = {instancePath:instancePath+"/transparentHugepageDefrag",schemaPath:"#/properties/transparentHugepageDefrag/enum",keyword:"enum",params:{allowedValues: schema157.properties.transparentHugepageDefrag.enum},schema:schema157.properties.transparentHugepageDefrag.enum,parentSchema:schema157.properties.transparentHugepageDefrag,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema157.type,parentSchema:schema157,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate348.errors = vErrors;
return errors === 0;
}

const schema158 = {"type":"object","properties":{"network":{"type":"string","description":"Name of the VPC."},"subnetwork":{"type":"string","description":"Name of the subnet."},"podRange":{"type":"string","description":"Name of the subnet's secondary range for pods; without it the interface is the nodes' alone."},"maxPods":{"type":"number","description":"Highest number of pods on a node with this interface."}},"required":["network","subnetwork"],"additionalProperties":false,"description":"One more interface of nodes, and of pods when it says so."};

function validate350(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.network === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "network"},schema:schema158.required,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.subnetwork === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "subnetwork"},schema:schema158.required,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "network") || (key0 === "subnetwork")) || (key0 === "podRange")) || (key0 === "maxPods"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.network !== undefined){
let data0 = data.network;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/network",schemaPath:"#/properties/network/type",keyword:"type",params:{type: "string"},schema:schema158.properties.network.type,parentSchema:schema158.properties.network,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.subnetwork !== undefined){
let data1 = data.subnetwork;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/subnetwork",schemaPath:"#/properties/subnetwork/type",keyword:"type",params:{type: "string"},schema:schema158.properties.subnetwork.type,parentSchema:schema158.properties.subnetwork,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.podRange !== undefined){
let data2 = data.podRange;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/podRange",schemaPath:"#/properties/podRange/type",keyword:"type",params:{type: "string"},schema:schema158.properties.podRange.type,parentSchema:schema158.properties.podRange,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.maxPods !== undefined){
let data3 = data.maxPods;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err6 = {instancePath:instancePath+"/maxPods",schemaPath:"#/properties/maxPods/type",keyword:"type",params:{type: "number"},schema:schema158.properties.maxPods.type,parentSchema:schema158.properties.maxPods,data:data3};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema158.type,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate350.errors = vErrors;
return errors === 0;
}

const schema159 = {"type":"object","properties":{"image":{"type":"string","description":"Full name of the disk image."},"use":{"type":"string","enum":["container-images","data"],"description":"`container-images`: a cache of container images. `data`: a file system with data."}},"required":["image"],"additionalProperties":false,"description":"A disk that is there when a machine starts."};

function validate352(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.image === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "image"},schema:schema159.required,parentSchema:schema159,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "image") || (key0 === "use"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema159,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.image !== undefined){
let data0 = data.image;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "string"},schema:schema159.properties.image.type,parentSchema:schema159.properties.image,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.use !== undefined){
let data1 = data.use;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/use",schemaPath:"#/properties/use/type",keyword:"type",params:{type: "string"},schema:schema159.properties.use.type,parentSchema:schema159.properties.use,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data1 === "container-images") || (data1 === "data"))){
const err4 = {instancePath:instancePath+"/use",schemaPath:"#/properties/use/enum",keyword:"enum",params:{allowedValues: schema159.properties.use.enum},schema:schema159.properties.use.enum,parentSchema:schema159.properties.use,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema159.type,parentSchema:schema159,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate352.errors = vErrors;
return errors === 0;
}

const schema160 = {"type":"object","properties":{"hosts":{"type":"array","items":{"type":"string"},"description":"Names of registries that it signs for."},"secretVersion":{"type":"string","description":"Full name of the version of the secret with its certificate: `projects/…/secrets/…/versions/…`."}},"required":["hosts","secretVersion"],"additionalProperties":false,"description":"A certificate authority of private registries."};

function validate354(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.hosts === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hosts"},schema:schema160.required,parentSchema:schema160,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.secretVersion === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secretVersion"},schema:schema160.required,parentSchema:schema160,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "hosts") || (key0 === "secretVersion"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema160,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.hosts !== undefined){
let data0 = data.hosts;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/hosts/" + i0,schemaPath:"#/properties/hosts/items/type",keyword:"type",params:{type: "string"},schema:schema160.properties.hosts.items.type,parentSchema:schema160.properties.hosts.items,data:data1};
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
const err4 = {instancePath:instancePath+"/hosts",schemaPath:"#/properties/hosts/type",keyword:"type",params:{type: "array"},schema:schema160.properties.hosts.type,parentSchema:schema160.properties.hosts,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.secretVersion !== undefined){
let data2 = data.secretVersion;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/secretVersion",schemaPath:"#/properties/secretVersion/type",keyword:"type",params:{type: "string"},schema:schema160.properties.secretVersion.type,parentSchema:schema160.properties.secretVersion,data:data2};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema160.type,parentSchema:schema160,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate354.errors = vErrors;
return errors === 0;
}


function validate312(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.machineTypes === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "machineTypes"},schema:schema141.required,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema141.required,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.size === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema141.required,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema141.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema141,data};
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
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema141.properties.name.type,parentSchema:schema141.properties.name,data:data0};
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
const err5 = {instancePath:instancePath+"/machineTypes/" + i0,schemaPath:"#/properties/machineTypes/items/type",keyword:"type",params:{type: "string"},schema:schema141.properties.machineTypes.items.type,parentSchema:schema141.properties.machineTypes.items,data:data2};
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
const err6 = {instancePath:instancePath+"/machineTypes",schemaPath:"#/properties/machineTypes/type",keyword:"type",params:{type: "array"},schema:schema141.properties.machineTypes.type,parentSchema:schema141.properties.machineTypes,data:data1};
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
const err7 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema141.properties.size.anyOf[0].type,parentSchema:schema141.properties.size.anyOf[0],data:data3};
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
if(!(validate73(data3, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var _valid0 = _errs12 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err8 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/anyOf",keyword:"anyOf",params:{},schema:schema141.properties.size.anyOf,parentSchema:schema141.properties.size,data:data3};
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
let data4 = data.capacity;
if(typeof data4 !== "string"){
const err9 = {instancePath:instancePath+"/capacity",schemaPath:"#/properties/capacity/type",keyword:"type",params:{type: "string"},schema:schema141.properties.capacity.type,parentSchema:schema141.properties.capacity,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!((data4 === "on-demand") || (data4 === "spot"))){
const err10 = {instancePath:instancePath+"/capacity",schemaPath:"#/properties/capacity/enum",keyword:"enum",params:{allowedValues: schema141.properties.capacity.enum},schema:schema141.properties.capacity.enum,parentSchema:schema141.properties.capacity,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.zones !== undefined){
let data5 = data.zones;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 !== "string"){
const err11 = {instancePath:instancePath+"/zones/" + i1,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema141.properties.zones.items.type,parentSchema:schema141.properties.zones.items,data:data6};
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
const err12 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema141.properties.zones.type,parentSchema:schema141.properties.zones,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.spread !== undefined){
if(!(validate77(data.spread, {instancePath:instancePath+"/spread",parentData:data,parentDataProperty:"spread",rootData}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
if(data.disk !== undefined){
if(!(validate315(data.disk, {instancePath:instancePath+"/disk",parentData:data,parentDataProperty:"disk",rootData}))){
vErrors = vErrors === null ? validate315.errors : vErrors.concat(validate315.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data9 = data.labels;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
let data10 = data9[key1];
if(typeof data10 !== "string"){
const err13 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema141.properties.labels.additionalProperties.type,parentSchema:schema141.properties.labels.additionalProperties,data:data10};
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
const err14 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},schema:schema141.properties.labels.type,parentSchema:schema141.properties.labels,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.taints !== undefined){
let data11 = data.taints;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
if(!(validate81(data11[i2], {instancePath:instancePath+"/taints/" + i2,parentData:data11,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/taints",schemaPath:"#/properties/taints/type",keyword:"type",params:{type: "array"},schema:schema141.properties.taints.type,parentSchema:schema141.properties.taints,data:data11};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.maxPods !== undefined){
let data13 = data.maxPods;
if(!((typeof data13 == "number") && (isFinite(data13)))){
const err16 = {instancePath:instancePath+"/maxPods",schemaPath:"#/properties/maxPods/type",keyword:"type",params:{type: "number"},schema:schema141.properties.maxPods.type,parentSchema:schema141.properties.maxPods,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.upgrade !== undefined){
if(!(validate318(data.upgrade, {instancePath:instancePath+"/upgrade",parentData:data,parentDataProperty:"upgrade",rootData}))){
vErrors = vErrors === null ? validate318.errors : vErrors.concat(validate318.errors);
errors = vErrors.length;
}
}
if(data.repair !== undefined){
let data15 = data.repair;
if(typeof data15 !== "boolean"){
const err17 = {instancePath:instancePath+"/repair",schemaPath:"#/properties/repair/type",keyword:"type",params:{type: "boolean"},schema:schema141.properties.repair.type,parentSchema:schema141.properties.repair,data:data15};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
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
const err18 = {instancePath:instancePath+"/tags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema141.properties.tags.additionalProperties.type,parentSchema:schema141.properties.tags.additionalProperties,data:data17};
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
const err19 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema141.properties.tags.type,parentSchema:schema141.properties.tags,data:data16};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.image !== undefined){
if(!(validate322(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate322.errors : vErrors.concat(validate322.errors);
errors = vErrors.length;
}
}
if(data.balance !== undefined){
let data19 = data.balance;
if(typeof data19 !== "string"){
const err20 = {instancePath:instancePath+"/balance",schemaPath:"#/properties/balance/type",keyword:"type",params:{type: "string"},schema:schema141.properties.balance.type,parentSchema:schema141.properties.balance,data:data19};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!((data19 === "balanced") || (data19 === "any"))){
const err21 = {instancePath:instancePath+"/balance",schemaPath:"#/properties/balance/enum",keyword:"enum",params:{allowedValues: schema141.properties.balance.enum},schema:schema141.properties.balance.enum,parentSchema:schema141.properties.balance,data:data19};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.gpu !== undefined){
if(!(validate324(data.gpu, {instancePath:instancePath+"/gpu",parentData:data,parentDataProperty:"gpu",rootData}))){
vErrors = vErrors === null ? validate324.errors : vErrors.concat(validate324.errors);
errors = vErrors.length;
}
}
if(data.tpu !== undefined){
if(!(validate328(data.tpu, {instancePath:instancePath+"/tpu",parentData:data,parentDataProperty:"tpu",rootData}))){
vErrors = vErrors === null ? validate328.errors : vErrors.concat(validate328.errors);
errors = vErrors.length;
}
}
if(data.localSsd !== undefined){
if(!(validate330(data.localSsd, {instancePath:instancePath+"/localSsd",parentData:data,parentDataProperty:"localSsd",rootData}))){
vErrors = vErrors === null ? validate330.errors : vErrors.concat(validate330.errors);
errors = vErrors.length;
}
}
if(data.confidential !== undefined){
let data23 = data.confidential;
if(typeof data23 !== "string"){
const err22 = {instancePath:instancePath+"/confidential",schemaPath:"#/properties/confidential/type",keyword:"type",params:{type: "string"},schema:schema141.properties.confidential.type,parentSchema:schema141.properties.confidential,data:data23};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!((((data23 === "none") || (data23 === "sev")) || (data23 === "sev-snp")) || (data23 === "tdx"))){
const err23 = {instancePath:instancePath+"/confidential",schemaPath:"#/properties/confidential/enum",keyword:"enum",params:{allowedValues: schema141.properties.confidential.enum},schema:schema141.properties.confidential.enum,parentSchema:schema141.properties.confidential,data:data23};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.shielded !== undefined){
if(!(validate332(data.shielded, {instancePath:instancePath+"/shielded",parentData:data,parentDataProperty:"shielded",rootData}))){
vErrors = vErrors === null ? validate332.errors : vErrors.concat(validate332.errors);
errors = vErrors.length;
}
}
if(data.sandbox !== undefined){
let data25 = data.sandbox;
if(typeof data25 !== "string"){
const err24 = {instancePath:instancePath+"/sandbox",schemaPath:"#/properties/sandbox/type",keyword:"type",params:{type: "string"},schema:schema141.properties.sandbox.type,parentSchema:schema141.properties.sandbox,data:data25};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!((data25 === "none") || (data25 === "gvisor"))){
const err25 = {instancePath:instancePath+"/sandbox",schemaPath:"#/properties/sandbox/enum",keyword:"enum",params:{allowedValues: schema141.properties.sandbox.enum},schema:schema141.properties.sandbox.enum,parentSchema:schema141.properties.sandbox,data:data25};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.provisioning !== undefined){
let data26 = data.provisioning;
if(typeof data26 !== "string"){
const err26 = {instancePath:instancePath+"/provisioning",schemaPath:"#/properties/provisioning/type",keyword:"type",params:{type: "string"},schema:schema141.properties.provisioning.type,parentSchema:schema141.properties.provisioning,data:data26};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!(((data26 === "standard") || (data26 === "flex-start")) || (data26 === "queued"))){
const err27 = {instancePath:instancePath+"/provisioning",schemaPath:"#/properties/provisioning/enum",keyword:"enum",params:{allowedValues: schema141.properties.provisioning.enum},schema:schema141.properties.provisioning.enum,parentSchema:schema141.properties.provisioning,data:data26};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.maxRunSeconds !== undefined){
let data27 = data.maxRunSeconds;
if(!((typeof data27 == "number") && (isFinite(data27)))){
const err28 = {instancePath:instancePath+"/maxRunSeconds",schemaPath:"#/properties/maxRunSeconds/type",keyword:"type",params:{type: "number"},schema:schema141.properties.maxRunSeconds.type,parentSchema:schema141.properties.maxRunSeconds,data:data27};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.reservation !== undefined){
if(!(validate334(data.reservation, {instancePath:instancePath+"/reservation",parentData:data,parentDataProperty:"reservation",rootData}))){
vErrors = vErrors === null ? validate334.errors : vErrors.concat(validate334.errors);
errors = vErrors.length;
}
}
if(data.placement !== undefined){
let data29 = data.placement;
if(typeof data29 !== "string"){
const err29 = {instancePath:instancePath+"/placement",schemaPath:"#/properties/placement/type",keyword:"type",params:{type: "string"},schema:schema141.properties.placement.type,parentSchema:schema141.properties.placement,data:data29};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!((data29 === "none") || (data29 === "compact"))){
const err30 = {instancePath:instancePath+"/placement",schemaPath:"#/properties/placement/enum",keyword:"enum",params:{allowedValues: schema141.properties.placement.enum},schema:schema141.properties.placement.enum,parentSchema:schema141.properties.placement,data:data29};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.placementPolicy !== undefined){
let data30 = data.placementPolicy;
if(typeof data30 !== "string"){
const err31 = {instancePath:instancePath+"/placementPolicy",schemaPath:"#/properties/placementPolicy/type",keyword:"type",params:{type: "string"},schema:schema141.properties.placementPolicy.type,parentSchema:schema141.properties.placementPolicy,data:data30};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.soleTenant !== undefined){
if(!(validate336(data.soleTenant, {instancePath:instancePath+"/soleTenant",parentData:data,parentDataProperty:"soleTenant",rootData}))){
vErrors = vErrors === null ? validate336.errors : vErrors.concat(validate336.errors);
errors = vErrors.length;
}
}
if(data.machine !== undefined){
if(!(validate340(data.machine, {instancePath:instancePath+"/machine",parentData:data,parentDataProperty:"machine",rootData}))){
vErrors = vErrors === null ? validate340.errors : vErrors.concat(validate340.errors);
errors = vErrors.length;
}
}
if(data.kubelet !== undefined){
if(!(validate342(data.kubelet, {instancePath:instancePath+"/kubelet",parentData:data,parentDataProperty:"kubelet",rootData}))){
vErrors = vErrors === null ? validate342.errors : vErrors.concat(validate342.errors);
errors = vErrors.length;
}
}
if(data.linux !== undefined){
if(!(validate348(data.linux, {instancePath:instancePath+"/linux",parentData:data,parentDataProperty:"linux",rootData}))){
vErrors = vErrors === null ? validate348.errors : vErrors.concat(validate348.errors);
errors = vErrors.length;
}
}
if(data.networkTags !== undefined){
let data35 = data.networkTags;
if(Array.isArray(data35)){
const len3 = data35.length;
for(let i3=0; i3<len3; i3++){
let data36 = data35[i3];
if(typeof data36 !== "string"){
const err32 = {instancePath:instancePath+"/networkTags/" + i3,schemaPath:"#/properties/networkTags/items/type",keyword:"type",params:{type: "string"},schema:schema141.properties.networkTags.items.type,parentSchema:schema141.properties.networkTags.items,data:data36};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/networkTags",schemaPath:"#/properties/networkTags/type",keyword:"type",params:{type: "array"},schema:schema141.properties.networkTags.type,parentSchema:schema141.properties.networkTags,data:data35};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.resourceManagerTags !== undefined){
let data37 = data.resourceManagerTags;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key3 in data37){
let data38 = data37[key3];
if(typeof data38 !== "string"){
const err34 = {instancePath:instancePath+"/resourceManagerTags/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/resourceManagerTags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema141.properties.resourceManagerTags.additionalProperties.type,parentSchema:schema141.properties.resourceManagerTags.additionalProperties,data:data38};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/resourceManagerTags",schemaPath:"#/properties/resourceManagerTags/type",keyword:"type",params:{type: "object"},schema:schema141.properties.resourceManagerTags.type,parentSchema:schema141.properties.resourceManagerTags,data:data37};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.metadata !== undefined){
let data39 = data.metadata;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
for(const key4 in data39){
let data40 = data39[key4];
if(typeof data40 !== "string"){
const err36 = {instancePath:instancePath+"/metadata/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema141.properties.metadata.additionalProperties.type,parentSchema:schema141.properties.metadata.additionalProperties,data:data40};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},schema:schema141.properties.metadata.type,parentSchema:schema141.properties.metadata,data:data39};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.serviceAccountEmail !== undefined){
let data41 = data.serviceAccountEmail;
if(typeof data41 !== "string"){
const err38 = {instancePath:instancePath+"/serviceAccountEmail",schemaPath:"#/properties/serviceAccountEmail/type",keyword:"type",params:{type: "string"},schema:schema141.properties.serviceAccountEmail.type,parentSchema:schema141.properties.serviceAccountEmail,data:data41};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.podRange !== undefined){
let data42 = data.podRange;
if(typeof data42 !== "string"){
const err39 = {instancePath:instancePath+"/podRange",schemaPath:"#/properties/podRange/type",keyword:"type",params:{type: "string"},schema:schema141.properties.podRange.type,parentSchema:schema141.properties.podRange,data:data42};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.nodeAddresses !== undefined){
let data43 = data.nodeAddresses;
if(typeof data43 !== "string"){
const err40 = {instancePath:instancePath+"/nodeAddresses",schemaPath:"#/properties/nodeAddresses/type",keyword:"type",params:{type: "string"},schema:schema141.properties.nodeAddresses.type,parentSchema:schema141.properties.nodeAddresses,data:data43};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!((data43 === "private") || (data43 === "public"))){
const err41 = {instancePath:instancePath+"/nodeAddresses",schemaPath:"#/properties/nodeAddresses/enum",keyword:"enum",params:{allowedValues: schema141.properties.nodeAddresses.enum},schema:schema141.properties.nodeAddresses.enum,parentSchema:schema141.properties.nodeAddresses,data:data43};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.additionalNetworks !== undefined){
let data44 = data.additionalNetworks;
if(Array.isArray(data44)){
const len4 = data44.length;
for(let i4=0; i4<len4; i4++){
if(!(validate350(data44[i4], {instancePath:instancePath+"/additionalNetworks/" + i4,parentData:data44,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate350.errors : vErrors.concat(validate350.errors);
errors = vErrors.length;
}
}
}
else {
const err42 = {instancePath:instancePath+"/additionalNetworks",schemaPath:"#/properties/additionalNetworks/type",keyword:"type",params:{type: "array"},schema:schema141.properties.additionalNetworks.type,parentSchema:schema141.properties.additionalNetworks,data:data44};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.bandwidth !== undefined){
let data46 = data.bandwidth;
if(typeof data46 !== "string"){
const err43 = {instancePath:instancePath+"/bandwidth",schemaPath:"#/properties/bandwidth/type",keyword:"type",params:{type: "string"},schema:schema141.properties.bandwidth.type,parentSchema:schema141.properties.bandwidth,data:data46};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((data46 === "standard") || (data46 === "tier-1"))){
const err44 = {instancePath:instancePath+"/bandwidth",schemaPath:"#/properties/bandwidth/enum",keyword:"enum",params:{allowedValues: schema141.properties.bandwidth.enum},schema:schema141.properties.bandwidth.enum,parentSchema:schema141.properties.bandwidth,data:data46};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.gvnic !== undefined){
let data47 = data.gvnic;
if(typeof data47 !== "boolean"){
const err45 = {instancePath:instancePath+"/gvnic",schemaPath:"#/properties/gvnic/type",keyword:"type",params:{type: "boolean"},schema:schema141.properties.gvnic.type,parentSchema:schema141.properties.gvnic,data:data47};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.fastSocket !== undefined){
let data48 = data.fastSocket;
if(typeof data48 !== "boolean"){
const err46 = {instancePath:instancePath+"/fastSocket",schemaPath:"#/properties/fastSocket/type",keyword:"type",params:{type: "boolean"},schema:schema141.properties.fastSocket.type,parentSchema:schema141.properties.fastSocket,data:data48};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.imageStreaming !== undefined){
let data49 = data.imageStreaming;
if(typeof data49 !== "boolean"){
const err47 = {instancePath:instancePath+"/imageStreaming",schemaPath:"#/properties/imageStreaming/type",keyword:"type",params:{type: "boolean"},schema:schema141.properties.imageStreaming.type,parentSchema:schema141.properties.imageStreaming,data:data49};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.secondaryDisks !== undefined){
let data50 = data.secondaryDisks;
if(Array.isArray(data50)){
const len5 = data50.length;
for(let i5=0; i5<len5; i5++){
if(!(validate352(data50[i5], {instancePath:instancePath+"/secondaryDisks/" + i5,parentData:data50,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate352.errors : vErrors.concat(validate352.errors);
errors = vErrors.length;
}
}
}
else {
const err48 = {instancePath:instancePath+"/secondaryDisks",schemaPath:"#/properties/secondaryDisks/type",keyword:"type",params:{type: "array"},schema:schema141.properties.secondaryDisks.type,parentSchema:schema141.properties.secondaryDisks,data:data50};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.registryAuthorities !== undefined){
let data52 = data.registryAuthorities;
if(Array.isArray(data52)){
const len6 = data52.length;
for(let i6=0; i6<len6; i6++){
if(!(validate354(data52[i6], {instancePath:instancePath+"/registryAuthorities/" + i6,parentData:data52,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate354.errors : vErrors.concat(validate354.errors);
errors = vErrors.length;
}
}
}
else {
const err49 = {instancePath:instancePath+"/registryAuthorities",schemaPath:"#/properties/registryAuthorities/type",keyword:"type",params:{type: "array"},schema:schema141.properties.registryAuthorities.type,parentSchema:schema141.properties.registryAuthorities,data:data52};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.logging !== undefined){
let data54 = data.logging;
if(typeof data54 !== "string"){
const err50 = {instancePath:instancePath+"/logging",schemaPath:"#/properties/logging/type",keyword:"type",params:{type: "string"},schema:schema141.properties.logging.type,parentSchema:schema141.properties.logging,data:data54};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!((data54 === "default") || (data54 === "max-throughput"))){
const err51 = {instancePath:instancePath+"/logging",schemaPath:"#/properties/logging/enum",keyword:"enum",params:{allowedValues: schema141.properties.logging.enum},schema:schema141.properties.logging.enum,parentSchema:schema141.properties.logging,data:data54};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.drainOnDelete !== undefined){
let data55 = data.drainOnDelete;
if(typeof data55 !== "boolean"){
const err52 = {instancePath:instancePath+"/drainOnDelete",schemaPath:"#/properties/drainOnDelete/type",keyword:"type",params:{type: "boolean"},schema:schema141.properties.drainOnDelete.type,parentSchema:schema141.properties.drainOnDelete,data:data55};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema141.type,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate312.errors = vErrors;
return errors === 0;
}

const schema161 = {"type":"object","properties":{"block":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/GkeBlockStorageSpec"}],"description":"Persistent disks, through their CSI driver. Always there in Autopilot. With a map, the class is said by the stack's output `storage_manifests`: GKE brings its own default class along.","default":true},"file":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/GkeFileStorageSpec"}],"description":"A Filestore instance with the Filestore CSI driver."},"object":{"$ref":"#/definitions/GkeObjectStorageSpec","description":"Object storage as a file system: the driver, with rights on the buckets that are named."},"snapshots":{"type":"boolean","description":"Snapshots of persistent disks. GKE has the snapshot controller; this adds the class to the output `storage_manifests`.","default":false},"backup":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/GkeBackupSpec"}],"description":"Copies of the volumes and of the shared file system at fixed times, in a vault of their own that outlives a mistake in the cluster."},"parallelstore":{"type":"boolean","description":"The CSI driver of Parallelstore. Instances are made by the driver.","default":false},"lustre":{"anyOf":[{"type":"boolean"},{"type":"string","const":"legacy-port"}],"description":"The CSI driver of Managed Lustre. Instances are made by the driver. `legacy-port` opens the port of clusters before 1.33.2.","default":false},"statefulHa":{"type":"boolean","description":"Stateful HA: moves pods of stateful sets to another zone when theirs fails, with regional disks. Not in Autopilot.","default":false}},"additionalProperties":false,"description":"Persistent storage for workloads."};
const schema162 = {"type":"object","properties":{"defaultClass":{"type":"boolean","description":"The class of the output `storage_manifests` is the cluster's default one; GKE's own must then be unmarked.","default":false}},"additionalProperties":false,"description":"Persistent disks."};

function validate359(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "defaultClass")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema162,data};
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
const err1 = {instancePath:instancePath+"/defaultClass",schemaPath:"#/properties/defaultClass/type",keyword:"type",params:{type: "boolean"},schema:schema162.properties.defaultClass.type,parentSchema:schema162.properties.defaultClass,data:data0};
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
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema162.type,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate359.errors = vErrors;
return errors === 0;
}

const schema163 = {"type":"object","properties":{"keyId":{"type":"string","description":"Full name of an existing key in the instance's region; with the tiers `zonal`, `regional` and `enterprise`. Immutable."},"tier":{"$ref":"#/definitions/GkeFileTier","description":"What it is made of. `basic-*` and `zonal` live in one zone, the others in the region. Immutable.","default":"basic-hdd"},"sizeGiB":{"type":"number","description":"Size in GiB. Left out: the tier's smallest. It can grow."},"zone":{"type":"string","description":"Name of its zone, for the tiers that live in one. Left out: the first zone of nodes. Immutable."},"protocol":{"type":"string","enum":["nfs-v3","nfs-v4.1"],"description":"Protocol. `nfs-v4.1` with the tiers `zonal`, `regional` and `enterprise`. Immutable.","default":"nfs-v3"}},"additionalProperties":false,"description":"A Filestore instance."};
const schema164 = {"type":"string","enum":["basic-hdd","basic-ssd","zonal","regional","enterprise"],"description":"See  {@link  GkeFileStorageSpec.tier } ."};

function validate362(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema164.type,parentSchema:schema164,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((data === "basic-hdd") || (data === "basic-ssd")) || (data === "zonal")) || (data === "regional")) || (data === "enterprise"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema164.enum},schema:schema164.enum,parentSchema:schema164,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate362.errors = vErrors;
return errors === 0;
}


function validate361(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "keyId") || (key0 === "tier")) || (key0 === "sizeGiB")) || (key0 === "zone")) || (key0 === "protocol"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema163,data};
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
const err1 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema163.properties.keyId.type,parentSchema:schema163.properties.keyId,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.tier !== undefined){
if(!(validate362(data.tier, {instancePath:instancePath+"/tier",parentData:data,parentDataProperty:"tier",rootData}))){
vErrors = vErrors === null ? validate362.errors : vErrors.concat(validate362.errors);
errors = vErrors.length;
}
}
if(data.sizeGiB !== undefined){
let data2 = data.sizeGiB;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err2 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema163.properties.sizeGiB.type,parentSchema:schema163.properties.sizeGiB,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.zone !== undefined){
let data3 = data.zone;
if(typeof data3 !== "string"){
const err3 = {instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},schema:schema163.properties.zone.type,parentSchema:schema163.properties.zone,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.protocol !== undefined){
let data4 = data.protocol;
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: "string"},schema:schema163.properties.protocol.type,parentSchema:schema163.properties.protocol,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data4 === "nfs-v3") || (data4 === "nfs-v4.1"))){
const err5 = {instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema163.properties.protocol.enum},schema:schema163.properties.protocol.enum,parentSchema:schema163.properties.protocol,data:data4};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema163.type,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate361.errors = vErrors;
return errors === 0;
}

const schema165 = {"type":"object","properties":{"buckets":{"type":"array","items":{"type":"string"},"description":"Names of buckets. At least one."},"readOnly":{"type":"boolean","description":"Pods may read, and change nothing.","default":false},"namespaces":{"type":"array","items":{"type":"string"},"description":"Namespaces whose pods may mount them, all service accounts. Left out: all pods of the cluster."}},"required":["buckets"],"additionalProperties":false,"description":"Cloud Storage buckets as file systems, through Cloud Storage FUSE."};

function validate365(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.buckets === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "buckets"},schema:schema165.required,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "buckets") || (key0 === "readOnly")) || (key0 === "namespaces"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema165,data};
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
const err2 = {instancePath:instancePath+"/buckets/" + i0,schemaPath:"#/properties/buckets/items/type",keyword:"type",params:{type: "string"},schema:schema165.properties.buckets.items.type,parentSchema:schema165.properties.buckets.items,data:data1};
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
const err3 = {instancePath:instancePath+"/buckets",schemaPath:"#/properties/buckets/type",keyword:"type",params:{type: "array"},schema:schema165.properties.buckets.type,parentSchema:schema165.properties.buckets,data:data0};
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
const err4 = {instancePath:instancePath+"/readOnly",schemaPath:"#/properties/readOnly/type",keyword:"type",params:{type: "boolean"},schema:schema165.properties.readOnly.type,parentSchema:schema165.properties.readOnly,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.namespaces !== undefined){
let data3 = data.namespaces;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/namespaces/" + i1,schemaPath:"#/properties/namespaces/items/type",keyword:"type",params:{type: "string"},schema:schema165.properties.namespaces.items.type,parentSchema:schema165.properties.namespaces.items,data:data4};
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
const err6 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/type",keyword:"type",params:{type: "array"},schema:schema165.properties.namespaces.type,parentSchema:schema165.properties.namespaces,data:data3};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema165.type,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate365.errors = vErrors;
return errors === 0;
}

const schema166 = {"type":"object","properties":{"schedule":{"type":"string","description":"When, in cron's five fields, in UTC; one of this and `rpoMinutes`.","default":"0 3 * * *"},"retentionDays":{"type":"number","description":"Days for which a copy is kept, 1 to 365.","default":35},"keyId":{"type":"string","description":"Full name of an existing key in the cluster's region. Left out: a key that Google owns. Immutable."},"rpoMinutes":{"type":"number","description":"Minutes of which at most work may be lost, 60 to 86400; Google chooses the times."},"lockDays":{"type":"number","description":"Days for which nobody can delete a copy, 0 to 90, not more than `retentionDays`.","default":7},"namespaces":{"type":"array","items":{"type":"string"},"description":"Namespaces to copy. Left out: all."},"includeSecrets":{"type":"boolean","description":"Kubernetes secrets are copied too.","default":true},"includeVolumes":{"type":"boolean","description":"The contents of volumes are copied too.","default":true}},"additionalProperties":false,"description":"Copies of the cluster's objects and volumes with Backup for GKE."};

function validate367(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "schedule") || (key0 === "retentionDays")) || (key0 === "keyId")) || (key0 === "rpoMinutes")) || (key0 === "lockDays")) || (key0 === "namespaces")) || (key0 === "includeSecrets")) || (key0 === "includeVolumes"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema166,data};
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
const err1 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "string"},schema:schema166.properties.schedule.type,parentSchema:schema166.properties.schedule,data:data0};
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
const err2 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema166.properties.retentionDays.type,parentSchema:schema166.properties.retentionDays,data:data1};
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
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema166.properties.keyId.type,parentSchema:schema166.properties.keyId,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.rpoMinutes !== undefined){
let data3 = data.rpoMinutes;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err4 = {instancePath:instancePath+"/rpoMinutes",schemaPath:"#/properties/rpoMinutes/type",keyword:"type",params:{type: "number"},schema:schema166.properties.rpoMinutes.type,parentSchema:schema166.properties.rpoMinutes,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.lockDays !== undefined){
let data4 = data.lockDays;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err5 = {instancePath:instancePath+"/lockDays",schemaPath:"#/properties/lockDays/type",keyword:"type",params:{type: "number"},schema:schema166.properties.lockDays.type,parentSchema:schema166.properties.lockDays,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.namespaces !== undefined){
let data5 = data.namespaces;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 !== "string"){
const err6 = {instancePath:instancePath+"/namespaces/" + i0,schemaPath:"#/properties/namespaces/items/type",keyword:"type",params:{type: "string"},schema:schema166.properties.namespaces.items.type,parentSchema:schema166.properties.namespaces.items,data:data6};
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
const err7 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/type",keyword:"type",params:{type: "array"},schema:schema166.properties.namespaces.type,parentSchema:schema166.properties.namespaces,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.includeSecrets !== undefined){
let data7 = data.includeSecrets;
if(typeof data7 !== "boolean"){
const err8 = {instancePath:instancePath+"/includeSecrets",schemaPath:"#/properties/includeSecrets/type",keyword:"type",params:{type: "boolean"},schema:schema166.properties.includeSecrets.type,parentSchema:schema166.properties.includeSecrets,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.includeVolumes !== undefined){
let data8 = data.includeVolumes;
if(typeof data8 !== "boolean"){
const err9 = {instancePath:instancePath+"/includeVolumes",schemaPath:"#/properties/includeVolumes/type",keyword:"type",params:{type: "boolean"},schema:schema166.properties.includeVolumes.type,parentSchema:schema166.properties.includeVolumes,data:data8};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema166.type,parentSchema:schema166,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate367.errors = vErrors;
return errors === 0;
}


function validate358(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "block") || (key0 === "file")) || (key0 === "object")) || (key0 === "snapshots")) || (key0 === "backup")) || (key0 === "parallelstore")) || (key0 === "lustre")) || (key0 === "statefulHa"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema161,data};
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
const err1 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema161.properties.block.anyOf[0].type,parentSchema:schema161.properties.block.anyOf[0],data:data0};
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
if(!(validate359(data0, {instancePath:instancePath+"/block",parentData:data,parentDataProperty:"block",rootData}))){
vErrors = vErrors === null ? validate359.errors : vErrors.concat(validate359.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err2 = {instancePath:instancePath+"/block",schemaPath:"#/properties/block/anyOf",keyword:"anyOf",params:{},schema:schema161.properties.block.anyOf,parentSchema:schema161.properties.block,data:data0};
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
const err3 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema161.properties.file.anyOf[0].type,parentSchema:schema161.properties.file.anyOf[0],data:data1};
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
if(!(validate361(data1, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData}))){
vErrors = vErrors === null ? validate361.errors : vErrors.concat(validate361.errors);
errors = vErrors.length;
}
var _valid1 = _errs11 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err4 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/anyOf",keyword:"anyOf",params:{},schema:schema161.properties.file.anyOf,parentSchema:schema161.properties.file,data:data1};
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
if(!(validate365(data.object, {instancePath:instancePath+"/object",parentData:data,parentDataProperty:"object",rootData}))){
vErrors = vErrors === null ? validate365.errors : vErrors.concat(validate365.errors);
errors = vErrors.length;
}
}
if(data.snapshots !== undefined){
let data3 = data.snapshots;
if(typeof data3 !== "boolean"){
const err5 = {instancePath:instancePath+"/snapshots",schemaPath:"#/properties/snapshots/type",keyword:"type",params:{type: "boolean"},schema:schema161.properties.snapshots.type,parentSchema:schema161.properties.snapshots,data:data3};
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
const err6 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema161.properties.backup.anyOf[0].type,parentSchema:schema161.properties.backup.anyOf[0],data:data4};
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
if(!(validate367(data4, {instancePath:instancePath+"/backup",parentData:data,parentDataProperty:"backup",rootData}))){
vErrors = vErrors === null ? validate367.errors : vErrors.concat(validate367.errors);
errors = vErrors.length;
}
var _valid2 = _errs19 === errors;
valid3 = valid3 || _valid2;
}
if(!valid3){
const err7 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/anyOf",keyword:"anyOf",params:{},schema:schema161.properties.backup.anyOf,parentSchema:schema161.properties.backup,data:data4};
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
if(data.parallelstore !== undefined){
let data5 = data.parallelstore;
if(typeof data5 !== "boolean"){
const err8 = {instancePath:instancePath+"/parallelstore",schemaPath:"#/properties/parallelstore/type",keyword:"type",params:{type: "boolean"},schema:schema161.properties.parallelstore.type,parentSchema:schema161.properties.parallelstore,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.lustre !== undefined){
let data6 = data.lustre;
const _errs23 = errors;
let valid4 = false;
const _errs24 = errors;
if(typeof data6 !== "boolean"){
const err9 = {instancePath:instancePath+"/lustre",schemaPath:"#/properties/lustre/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema161.properties.lustre.anyOf[0].type,parentSchema:schema161.properties.lustre.anyOf[0],data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid3 = _errs24 === errors;
valid4 = valid4 || _valid3;
if(!valid4){
const _errs26 = errors;
if(typeof data6 !== "string"){
const err10 = {instancePath:instancePath+"/lustre",schemaPath:"#/properties/lustre/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema161.properties.lustre.anyOf[1].type,parentSchema:schema161.properties.lustre.anyOf[1],data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if("legacy-port" !== data6){
const err11 = {instancePath:instancePath+"/lustre",schemaPath:"#/properties/lustre/anyOf/1/const",keyword:"const",params:{allowedValue: "legacy-port"},schema:"legacy-port",parentSchema:schema161.properties.lustre.anyOf[1],data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid3 = _errs26 === errors;
valid4 = valid4 || _valid3;
}
if(!valid4){
const err12 = {instancePath:instancePath+"/lustre",schemaPath:"#/properties/lustre/anyOf",keyword:"anyOf",params:{},schema:schema161.properties.lustre.anyOf,parentSchema:schema161.properties.lustre,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
}
if(data.statefulHa !== undefined){
let data7 = data.statefulHa;
if(typeof data7 !== "boolean"){
const err13 = {instancePath:instancePath+"/statefulHa",schemaPath:"#/properties/statefulHa/type",keyword:"type",params:{type: "boolean"},schema:schema161.properties.statefulHa.type,parentSchema:schema161.properties.statefulHa,data:data7};
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
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema161.type,parentSchema:schema161,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate358.errors = vErrors;
return errors === 0;
}

const schema167 = {"type":"object","properties":{"secrets":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts the cluster's secrets.\n\n- `customer-key`: a key of your account, made with the cluster (or  {@link  keyId } ), rotated every year.\n- `platform-key`: a key that the cloud owns and you cannot see or revoke. Free.","default":"customer-key"},"keyId":{"type":"string","description":"Full name of an existing symmetric key in the cluster's region: `projects/…/locations/…/keyRings/…/cryptoKeys/…`. GKE's service agent gets the right to use it."},"disks":{"type":"string","enum":["customer-key","platform-key"],"description":"Key that encrypts disks: those of nodes, where a group names none itself (they are always encrypted), and block volumes of pods, whose class names it. A change replaces nodes, one after the other; volumes that are there keep their key.","default":"platform-key"},"disksKeyId":{"type":"string","description":"Full name of an existing symmetric key in the cluster's region, for disks. Compute Engine's service agent gets the right."},"rotationDays":{"type":"number","description":"Days after which a new key has a new version, 1 to 3650. What was encrypted before stays readable.","default":90},"keyRing":{"type":"string","description":"Name of the ring of new keys. Google deletes no rings: after the cluster is gone, the next one of its name needs another word here, or the old ring imported. Immutable. Left out: the cluster's name."},"protectionLevel":{"type":"string","enum":["software","hsm"],"description":"How new keys keep their secret.","default":"software"}},"additionalProperties":false,"description":"Keys of Cloud KMS."};

function validate370(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "secrets") || (key0 === "keyId")) || (key0 === "disks")) || (key0 === "disksKeyId")) || (key0 === "rotationDays")) || (key0 === "keyRing")) || (key0 === "protectionLevel"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema167,data};
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
const err1 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "string"},schema:schema167.properties.secrets.type,parentSchema:schema167.properties.secrets,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "customer-key") || (data0 === "platform-key"))){
const err2 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/enum",keyword:"enum",params:{allowedValues: schema167.properties.secrets.enum},schema:schema167.properties.secrets.enum,parentSchema:schema167.properties.secrets,data:data0};
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
const err3 = {instancePath:instancePath+"/keyId",schemaPath:"#/properties/keyId/type",keyword:"type",params:{type: "string"},schema:schema167.properties.keyId.type,parentSchema:schema167.properties.keyId,data:data1};
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
const err4 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/type",keyword:"type",params:{type: "string"},schema:schema167.properties.disks.type,parentSchema:schema167.properties.disks,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data2 === "customer-key") || (data2 === "platform-key"))){
const err5 = {instancePath:instancePath+"/disks",schemaPath:"#/properties/disks/enum",keyword:"enum",params:{allowedValues: schema167.properties.disks.enum},schema:schema167.properties.disks.enum,parentSchema:schema167.properties.disks,data:data2};
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
const err6 = {instancePath:instancePath+"/disksKeyId",schemaPath:"#/properties/disksKeyId/type",keyword:"type",params:{type: "string"},schema:schema167.properties.disksKeyId.type,parentSchema:schema167.properties.disksKeyId,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.rotationDays !== undefined){
let data4 = data.rotationDays;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err7 = {instancePath:instancePath+"/rotationDays",schemaPath:"#/properties/rotationDays/type",keyword:"type",params:{type: "number"},schema:schema167.properties.rotationDays.type,parentSchema:schema167.properties.rotationDays,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.keyRing !== undefined){
let data5 = data.keyRing;
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/keyRing",schemaPath:"#/properties/keyRing/type",keyword:"type",params:{type: "string"},schema:schema167.properties.keyRing.type,parentSchema:schema167.properties.keyRing,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.protectionLevel !== undefined){
let data6 = data.protectionLevel;
if(typeof data6 !== "string"){
const err9 = {instancePath:instancePath+"/protectionLevel",schemaPath:"#/properties/protectionLevel/type",keyword:"type",params:{type: "string"},schema:schema167.properties.protectionLevel.type,parentSchema:schema167.properties.protectionLevel,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!((data6 === "software") || (data6 === "hsm"))){
const err10 = {instancePath:instancePath+"/protectionLevel",schemaPath:"#/properties/protectionLevel/enum",keyword:"enum",params:{allowedValues: schema167.properties.protectionLevel.enum},schema:schema167.properties.protectionLevel.enum,parentSchema:schema167.properties.protectionLevel,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema167.type,parentSchema:schema167,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate370.errors = vErrors;
return errors === 0;
}

const schema168 = {"type":"object","properties":{"controller":{"type":"boolean","description":"GKE's controller for Ingresses and for load balancing to pods themselves (network endpoint groups). It runs in the control plane. Always on in Autopilot.","default":true},"gateway":{"type":"boolean","description":"GKE's controller for Gateways, with the definitions of the Gateway API's standard channel.","default":true},"proxyCidr":{"type":"string","description":"IPv4 range, /26 to /20, of a new subnet for the proxies of regional load balancers (Envoy), of which a region of a VPC has one. Not in an existing network. Immutable."},"firewall":{"type":"boolean","description":"GKE makes the firewall rules of Services with load balancers. `false`: they are yours.","default":true},"externalIps":{"type":"boolean","description":"Services may name external addresses (`externalIPs`), which lets whoever may make one take traffic of others.","default":false}},"additionalProperties":false,"description":"Load balancers for Services, Ingresses and Gateways. GKE's own controllers make them, with rights of their own."};

function validate372(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "controller") || (key0 === "gateway")) || (key0 === "proxyCidr")) || (key0 === "firewall")) || (key0 === "externalIps"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema168,data};
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
const err1 = {instancePath:instancePath+"/controller",schemaPath:"#/properties/controller/type",keyword:"type",params:{type: "boolean"},schema:schema168.properties.controller.type,parentSchema:schema168.properties.controller,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.gateway !== undefined){
let data1 = data.gateway;
if(typeof data1 !== "boolean"){
const err2 = {instancePath:instancePath+"/gateway",schemaPath:"#/properties/gateway/type",keyword:"type",params:{type: "boolean"},schema:schema168.properties.gateway.type,parentSchema:schema168.properties.gateway,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.proxyCidr !== undefined){
let data2 = data.proxyCidr;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/proxyCidr",schemaPath:"#/properties/proxyCidr/type",keyword:"type",params:{type: "string"},schema:schema168.properties.proxyCidr.type,parentSchema:schema168.properties.proxyCidr,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.firewall !== undefined){
let data3 = data.firewall;
if(typeof data3 !== "boolean"){
const err4 = {instancePath:instancePath+"/firewall",schemaPath:"#/properties/firewall/type",keyword:"type",params:{type: "boolean"},schema:schema168.properties.firewall.type,parentSchema:schema168.properties.firewall,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.externalIps !== undefined){
let data4 = data.externalIps;
if(typeof data4 !== "boolean"){
const err5 = {instancePath:instancePath+"/externalIps",schemaPath:"#/properties/externalIps/type",keyword:"type",params:{type: "boolean"},schema:schema168.properties.externalIps.type,parentSchema:schema168.properties.externalIps,data:data4};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema168.type,parentSchema:schema168,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate372.errors = vErrors;
return errors === 0;
}

const schema169 = {"type":"object","properties":{"zones":{"type":"array","items":{"type":"string"},"description":"Names of managed zones in the cluster's project. The rights are those of the service account `external-dns` in the namespace `external-dns`."}},"required":["zones"],"additionalProperties":false,"description":"Records in Cloud DNS, written by ExternalDNS."};

function validate374(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zones === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zones"},schema:schema169.required,parentSchema:schema169,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema169,data};
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
const err2 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema169.properties.zones.items.type,parentSchema:schema169.properties.zones.items,data:data1};
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
const err3 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema169.properties.zones.type,parentSchema:schema169.properties.zones,data:data0};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema169.type,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate374.errors = vErrors;
return errors === 0;
}

const schema170 = {"type":"object","properties":{"namespace":{"type":"string","description":"Kubernetes namespace: lower-case letters, digits and `-`, up to 63."},"serviceAccount":{"type":"string","description":"Kubernetes service account, unique in its namespace."},"grants":{"type":"array","items":{"$ref":"#/definitions/GkeGrant"},"description":"What the pods may do."},"via":{"type":"string","enum":["direct","service-account"],"description":"How pods get their rights.\n\n- `direct`: they have them by themselves (`principal://…/subject/ns/<namespace>/sa/<service account>`); nothing is to be   done in the cluster.\n- `service-account`: by a service account of IAM that they impersonate, for the few services that know no other principals. The   Kubernetes service account needs the annotation `iam.gke.io/gcp-service-account` with the e-mail of the stack's output   `workload_service_accounts`.","default":"direct"},"serviceAccountEmail":{"type":"string","description":"E-mail of an existing service account of IAM, for `via: service-account`; a new one when left out."}},"additionalProperties":false,"required":["namespace","serviceAccount"],"description":"Pods of one service account, and what they may do in Google Cloud. Without `grants` it has no rights yet."};
const schema171 = {"type":"object","properties":{"role":{"type":"string","description":"A role of IAM: `roles/…`, or a custom one by its full name."},"project":{"type":"string","description":"Id of another project."},"bucket":{"type":"string","description":"Name of a bucket of Cloud Storage."},"secret":{"type":"string","description":"Id, or full name, of a secret of Secret Manager."},"topic":{"type":"string","description":"Name of a Pub/Sub topic."},"subscription":{"type":"string","description":"Name of a Pub/Sub subscription."},"key":{"type":"string","description":"Full name of a key of Cloud KMS: `projects/…/locations/…/keyRings/…/cryptoKeys/…`."},"dataset":{"type":"string","description":"Id of a BigQuery dataset."},"repository":{"type":"string","description":"Full name of a repository of Artifact Registry: `projects/…/locations/…/repositories/…`."},"condition":{"$ref":"#/definitions/GkeCondition","description":"When the role holds."}},"required":["role"],"additionalProperties":false,"description":"A role, on one thing: on the cluster's project when nothing else is named."};
const schema172 = {"type":"object","properties":{"title":{"type":"string","description":"A few words that tell it from others."},"expression":{"type":"string","description":"In the Common Expression Language."}},"required":["title","expression"],"additionalProperties":false,"description":"A condition of IAM."};

function validate378(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.title === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},schema:schema172.required,parentSchema:schema172,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.expression === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expression"},schema:schema172.required,parentSchema:schema172,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "title") || (key0 === "expression"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema172,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.title !== undefined){
let data0 = data.title;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},schema:schema172.properties.title.type,parentSchema:schema172.properties.title,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.expression !== undefined){
let data1 = data.expression;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/expression",schemaPath:"#/properties/expression/type",keyword:"type",params:{type: "string"},schema:schema172.properties.expression.type,parentSchema:schema172.properties.expression,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema172.type,parentSchema:schema172,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate378.errors = vErrors;
return errors === 0;
}


function validate377(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.role === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "role"},schema:schema171.required,parentSchema:schema171,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema171.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema171,data};
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
const err2 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},schema:schema171.properties.role.type,parentSchema:schema171.properties.role,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.project !== undefined){
let data1 = data.project;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: "string"},schema:schema171.properties.project.type,parentSchema:schema171.properties.project,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.bucket !== undefined){
let data2 = data.bucket;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/bucket",schemaPath:"#/properties/bucket/type",keyword:"type",params:{type: "string"},schema:schema171.properties.bucket.type,parentSchema:schema171.properties.bucket,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.secret !== undefined){
let data3 = data.secret;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/secret",schemaPath:"#/properties/secret/type",keyword:"type",params:{type: "string"},schema:schema171.properties.secret.type,parentSchema:schema171.properties.secret,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.topic !== undefined){
let data4 = data.topic;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/type",keyword:"type",params:{type: "string"},schema:schema171.properties.topic.type,parentSchema:schema171.properties.topic,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.subscription !== undefined){
let data5 = data.subscription;
if(typeof data5 !== "string"){
const err7 = {instancePath:instancePath+"/subscription",schemaPath:"#/properties/subscription/type",keyword:"type",params:{type: "string"},schema:schema171.properties.subscription.type,parentSchema:schema171.properties.subscription,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.key !== undefined){
let data6 = data.key;
if(typeof data6 !== "string"){
const err8 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},schema:schema171.properties.key.type,parentSchema:schema171.properties.key,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.dataset !== undefined){
let data7 = data.dataset;
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"},schema:schema171.properties.dataset.type,parentSchema:schema171.properties.dataset,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.repository !== undefined){
let data8 = data.repository;
if(typeof data8 !== "string"){
const err10 = {instancePath:instancePath+"/repository",schemaPath:"#/properties/repository/type",keyword:"type",params:{type: "string"},schema:schema171.properties.repository.type,parentSchema:schema171.properties.repository,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.condition !== undefined){
if(!(validate378(data.condition, {instancePath:instancePath+"/condition",parentData:data,parentDataProperty:"condition",rootData}))){
vErrors = vErrors === null ? validate378.errors : vErrors.concat(validate378.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema171.type,parentSchema:schema171,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate377.errors = vErrors;
return errors === 0;
}


function validate376(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.namespace === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespace"},schema:schema170.required,parentSchema:schema170,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.serviceAccount === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "serviceAccount"},schema:schema170.required,parentSchema:schema170,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "namespace") || (key0 === "serviceAccount")) || (key0 === "grants")) || (key0 === "via")) || (key0 === "serviceAccountEmail"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema170,data};
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
const err3 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},schema:schema170.properties.namespace.type,parentSchema:schema170.properties.namespace,data:data0};
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
const err4 = {instancePath:instancePath+"/serviceAccount",schemaPath:"#/properties/serviceAccount/type",keyword:"type",params:{type: "string"},schema:schema170.properties.serviceAccount.type,parentSchema:schema170.properties.serviceAccount,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.grants !== undefined){
let data2 = data.grants;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate377(data2[i0], {instancePath:instancePath+"/grants/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate377.errors : vErrors.concat(validate377.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: "array"},schema:schema170.properties.grants.type,parentSchema:schema170.properties.grants,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.via !== undefined){
let data4 = data.via;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/type",keyword:"type",params:{type: "string"},schema:schema170.properties.via.type,parentSchema:schema170.properties.via,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data4 === "direct") || (data4 === "service-account"))){
const err7 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/enum",keyword:"enum",params:{allowedValues: schema170.properties.via.enum},schema:schema170.properties.via.enum,parentSchema:schema170.properties.via,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.serviceAccountEmail !== undefined){
let data5 = data.serviceAccountEmail;
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/serviceAccountEmail",schemaPath:"#/properties/serviceAccountEmail/type",keyword:"type",params:{type: "string"},schema:schema170.properties.serviceAccountEmail.type,parentSchema:schema170.properties.serviceAccountEmail,data:data5};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema170.type,parentSchema:schema170,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate376.errors = vErrors;
return errors === 0;
}

const schema173 = {"type":"object","properties":{"retentionDays":{"type":"number","description":"Days for which the cluster's logs are kept, 1 to 3650: in a bucket of their own, beside the project's. Left out: no bucket is made, and the project's `_Default` bucket keeps them for 30 days. Records of who called the API server (admin activity) are kept for 400 days in any case."},"keepLogs":{"type":"boolean","const":false,"description":"Not on GKE: Cloud Logging keeps a deleted bucket for seven days, and no longer.","default":false},"logTypes":{"type":"array","items":{"$ref":"#/definitions/GkeLogType"},"description":"What is logged. In Autopilot the first two always are.","default":["SYSTEM_COMPONENTS","WORKLOADS"]},"metrics":{"type":"array","items":{"$ref":"#/definitions/GkeMetric"},"description":"What is measured. In Autopilot the system always is.","default":["SYSTEM_COMPONENTS"]},"managedPrometheus":{"type":"boolean","description":"Google Cloud Managed Service for Prometheus: collectors on the nodes. Always there in Autopilot.","default":true},"autoMonitoring":{"type":"boolean","description":"Known programs are measured without a word of theirs. Needs `managedPrometheus`.","default":false},"trafficMetrics":{"type":"boolean","description":"Metrics of traffic between pods. Needs Dataplane V2.","default":false},"trafficRelay":{"type":"boolean","description":"Hubble's relay, with which traffic between pods can be watched. Needs Dataplane V2.","default":false},"costAllocation":{"type":"boolean","description":"Costs by namespace and label in Cloud Billing.","default":true},"usageMetering":{"$ref":"#/definitions/GkeUsageMeteringSpec","description":"Use of resources, by namespace and label, in BigQuery."},"notifications":{"anyOf":[{"type":"boolean"},{"$ref":"#/definitions/GkeNotificationsSpec"}],"description":"Messages on upgrades and security bulletins, in a Pub/Sub topic.","default":false}},"additionalProperties":false,"description":"What the cluster and its workloads write down. GKE sends it to Cloud Logging and Cloud Monitoring."};
const schema174 = {"type":"string","enum":["SYSTEM_COMPONENTS","WORKLOADS","APISERVER","CONTROLLER_MANAGER","SCHEDULER","KCP_CONNECTION","KCP_SSHD","KCP_HPA"],"description":"See  {@link  GkeObservabilitySpec.logTypes } ."};

function validate383(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema174.type,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((((data === "SYSTEM_COMPONENTS") || (data === "WORKLOADS")) || (data === "APISERVER")) || (data === "CONTROLLER_MANAGER")) || (data === "SCHEDULER")) || (data === "KCP_CONNECTION")) || (data === "KCP_SSHD")) || (data === "KCP_HPA"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema174.enum},schema:schema174.enum,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate383.errors = vErrors;
return errors === 0;
}

const schema175 = {"type":"string","enum":["SYSTEM_COMPONENTS","APISERVER","CONTROLLER_MANAGER","SCHEDULER","STORAGE","HPA","POD","DAEMONSET","DEPLOYMENT","STATEFULSET","CADVISOR","KUBELET","DCGM","JOBSET"],"description":"See  {@link  GkeObservabilitySpec.metrics } ."};

function validate385(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema175.type,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((((((((((data === "SYSTEM_COMPONENTS") || (data === "APISERVER")) || (data === "CONTROLLER_MANAGER")) || (data === "SCHEDULER")) || (data === "STORAGE")) || (data === "HPA")) || (data === "POD")) || (data === "DAEMONSET")) || (data === "DEPLOYMENT")) || (data === "STATEFULSET")) || (data === "CADVISOR")) || (data === "KUBELET")) || (data === "DCGM")) || (data === "JOBSET"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema175.enum},schema:schema175.enum,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate385.errors = vErrors;
return errors === 0;
}

const schema176 = {"type":"object","properties":{"dataset":{"type":"string","description":"Id of an existing dataset in the cluster's project; a new one when left out."},"egress":{"type":"boolean","description":"Traffic out of the cluster is measured too, by pods on each node.","default":false}},"additionalProperties":false,"description":"Use of resources, in a dataset of BigQuery."};

function validate387(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "dataset") || (key0 === "egress"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema176,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.dataset !== undefined){
let data0 = data.dataset;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"},schema:schema176.properties.dataset.type,parentSchema:schema176.properties.dataset,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.egress !== undefined){
let data1 = data.egress;
if(typeof data1 !== "boolean"){
const err2 = {instancePath:instancePath+"/egress",schemaPath:"#/properties/egress/type",keyword:"type",params:{type: "boolean"},schema:schema176.properties.egress.type,parentSchema:schema176.properties.egress,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema176.type,parentSchema:schema176,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate387.errors = vErrors;
return errors === 0;
}

const schema177 = {"type":"object","properties":{"topic":{"type":"string","description":"Full name of an existing topic in the cluster's project: `projects/…/topics/…`; a new one when left out."},"events":{"type":"array","items":{"$ref":"#/definitions/GkeNotificationEvent"},"description":"What is told. Left out: all."}},"additionalProperties":false,"description":"Messages in a Pub/Sub topic."};
const schema178 = {"type":"string","enum":["UPGRADE_AVAILABLE_EVENT","UPGRADE_EVENT","SECURITY_BULLETIN_EVENT","UPGRADE_INFO_EVENT"],"description":"See  {@link  GkeNotificationsSpec.events } ."};

function validate390(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema178.type,parentSchema:schema178,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((data === "UPGRADE_AVAILABLE_EVENT") || (data === "UPGRADE_EVENT")) || (data === "SECURITY_BULLETIN_EVENT")) || (data === "UPGRADE_INFO_EVENT"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema178.enum},schema:schema178.enum,parentSchema:schema178,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate390.errors = vErrors;
return errors === 0;
}


function validate389(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "topic") || (key0 === "events"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema177,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.topic !== undefined){
let data0 = data.topic;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/type",keyword:"type",params:{type: "string"},schema:schema177.properties.topic.type,parentSchema:schema177.properties.topic,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.events !== undefined){
let data1 = data.events;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate390(data1[i0], {instancePath:instancePath+"/events/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate390.errors : vErrors.concat(validate390.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: "array"},schema:schema177.properties.events.type,parentSchema:schema177.properties.events,data:data1};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema177.type,parentSchema:schema177,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate389.errors = vErrors;
return errors === 0;
}


function validate382(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema173.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema173,data};
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
const err1 = {instancePath:instancePath+"/retentionDays",schemaPath:"#/properties/retentionDays/type",keyword:"type",params:{type: "number"},schema:schema173.properties.retentionDays.type,parentSchema:schema173.properties.retentionDays,data:data0};
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
const err2 = {instancePath:instancePath+"/keepLogs",schemaPath:"#/properties/keepLogs/type",keyword:"type",params:{type: "boolean"},schema:schema173.properties.keepLogs.type,parentSchema:schema173.properties.keepLogs,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(false !== data1){
const err3 = {instancePath:instancePath+"/keepLogs",schemaPath:"#/properties/keepLogs/const",keyword:"const",params:{allowedValue: false},schema:false,parentSchema:schema173.properties.keepLogs,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.logTypes !== undefined){
let data2 = data.logTypes;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate383(data2[i0], {instancePath:instancePath+"/logTypes/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate383.errors : vErrors.concat(validate383.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/logTypes",schemaPath:"#/properties/logTypes/type",keyword:"type",params:{type: "array"},schema:schema173.properties.logTypes.type,parentSchema:schema173.properties.logTypes,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.metrics !== undefined){
let data4 = data.metrics;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(!(validate385(data4[i1], {instancePath:instancePath+"/metrics/" + i1,parentData:data4,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate385.errors : vErrors.concat(validate385.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"},schema:schema173.properties.metrics.type,parentSchema:schema173.properties.metrics,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.managedPrometheus !== undefined){
let data6 = data.managedPrometheus;
if(typeof data6 !== "boolean"){
const err6 = {instancePath:instancePath+"/managedPrometheus",schemaPath:"#/properties/managedPrometheus/type",keyword:"type",params:{type: "boolean"},schema:schema173.properties.managedPrometheus.type,parentSchema:schema173.properties.managedPrometheus,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.autoMonitoring !== undefined){
let data7 = data.autoMonitoring;
if(typeof data7 !== "boolean"){
const err7 = {instancePath:instancePath+"/autoMonitoring",schemaPath:"#/properties/autoMonitoring/type",keyword:"type",params:{type: "boolean"},schema:schema173.properties.autoMonitoring.type,parentSchema:schema173.properties.autoMonitoring,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.trafficMetrics !== undefined){
let data8 = data.trafficMetrics;
if(typeof data8 !== "boolean"){
const err8 = {instancePath:instancePath+"/trafficMetrics",schemaPath:"#/properties/trafficMetrics/type",keyword:"type",params:{type: "boolean"},schema:schema173.properties.trafficMetrics.type,parentSchema:schema173.properties.trafficMetrics,data:data8};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.trafficRelay !== undefined){
let data9 = data.trafficRelay;
if(typeof data9 !== "boolean"){
const err9 = {instancePath:instancePath+"/trafficRelay",schemaPath:"#/properties/trafficRelay/type",keyword:"type",params:{type: "boolean"},schema:schema173.properties.trafficRelay.type,parentSchema:schema173.properties.trafficRelay,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.costAllocation !== undefined){
let data10 = data.costAllocation;
if(typeof data10 !== "boolean"){
const err10 = {instancePath:instancePath+"/costAllocation",schemaPath:"#/properties/costAllocation/type",keyword:"type",params:{type: "boolean"},schema:schema173.properties.costAllocation.type,parentSchema:schema173.properties.costAllocation,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.usageMetering !== undefined){
if(!(validate387(data.usageMetering, {instancePath:instancePath+"/usageMetering",parentData:data,parentDataProperty:"usageMetering",rootData}))){
vErrors = vErrors === null ? validate387.errors : vErrors.concat(validate387.errors);
errors = vErrors.length;
}
}
if(data.notifications !== undefined){
let data12 = data.notifications;
const _errs24 = errors;
let valid5 = false;
const _errs25 = errors;
if(typeof data12 !== "boolean"){
const err11 = {instancePath:instancePath+"/notifications",schemaPath:"#/properties/notifications/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema173.properties.notifications.anyOf[0].type,parentSchema:schema173.properties.notifications.anyOf[0],data:data12};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs25 === errors;
valid5 = valid5 || _valid0;
if(!valid5){
const _errs27 = errors;
if(!(validate389(data12, {instancePath:instancePath+"/notifications",parentData:data,parentDataProperty:"notifications",rootData}))){
vErrors = vErrors === null ? validate389.errors : vErrors.concat(validate389.errors);
errors = vErrors.length;
}
var _valid0 = _errs27 === errors;
valid5 = valid5 || _valid0;
}
if(!valid5){
const err12 = {instancePath:instancePath+"/notifications",schemaPath:"#/properties/notifications/anyOf",keyword:"anyOf",params:{},schema:schema173.properties.notifications.anyOf,parentSchema:schema173.properties.notifications,data:data12};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs24;
if(vErrors !== null){
if(_errs24){
vErrors.length = _errs24;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema173.type,parentSchema:schema173,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate382.errors = vErrors;
return errors === 0;
}

const schema179 = {"type":"object","properties":{"channel":{"type":"string","enum":["rapid","regular","stable","extended","none"],"description":"How new the versions are that Google upgrades to by itself. `extended` lets a minor stay for up to 24 months, at a price. `none`: outside of the channels; nodes then have `kubernetesVersion` too, and groups are upgraded with it.","default":"regular"},"window":{"$ref":"#/definitions/MaintenanceWindowSpec","description":"When Google may upgrade: at least 4 hours at a time and 48 in 32 days. Left out: at any time."},"pauses":{"type":"array","items":{"$ref":"#/definitions/GkeMaintenancePauseSpec"},"description":"Times without upgrades, at most 20."},"acceleratedPatches":{"type":"boolean","description":"Patches as soon as there are any, before their turn in the channel.","default":false}},"additionalProperties":false,"description":"When and how far Google upgrades the cluster."};
const schema180 = {"type":"object","properties":{"name":{"type":"string","description":"Name of the pause, unique in its cluster: lower-case letters, digits and `-`."},"from":{"type":"string","description":"Its beginning, an instant in UTC: `\"2026-12-20T00:00:00Z\"`."},"until":{"type":"string","description":"Its end, likewise."},"scope":{"type":"string","enum":["all","minor","minor-and-nodes"],"description":"What is held back: `all` (at most 30 days), new `minor` versions of the control plane, or these and all changes of nodes (`minor-and-nodes`).","default":"all"}},"additionalProperties":false,"required":["from","name","until"],"description":"A time without upgrades."};

function validate396(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},schema:schema180.required,parentSchema:schema180,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema180.required,parentSchema:schema180,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.until === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "until"},schema:schema180.required,parentSchema:schema180,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "from")) || (key0 === "until")) || (key0 === "scope"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema180,data};
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
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema180.properties.name.type,parentSchema:schema180.properties.name,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},schema:schema180.properties.from.type,parentSchema:schema180.properties.from,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.until !== undefined){
let data2 = data.until;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/type",keyword:"type",params:{type: "string"},schema:schema180.properties.until.type,parentSchema:schema180.properties.until,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.scope !== undefined){
let data3 = data.scope;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "string"},schema:schema180.properties.scope.type,parentSchema:schema180.properties.scope,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(((data3 === "all") || (data3 === "minor")) || (data3 === "minor-and-nodes"))){
const err8 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/enum",keyword:"enum",params:{allowedValues: schema180.properties.scope.enum},schema:schema180.properties.scope.enum,parentSchema:schema180.properties.scope,data:data3};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema180.type,parentSchema:schema180,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate396.errors = vErrors;
return errors === 0;
}


function validate394(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "channel") || (key0 === "window")) || (key0 === "pauses")) || (key0 === "acceleratedPatches"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema179,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.channel !== undefined){
let data0 = data.channel;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/channel",schemaPath:"#/properties/channel/type",keyword:"type",params:{type: "string"},schema:schema179.properties.channel.type,parentSchema:schema179.properties.channel,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!(((((data0 === "rapid") || (data0 === "regular")) || (data0 === "stable")) || (data0 === "extended")) || (data0 === "none"))){
const err2 = {instancePath:instancePath+"/channel",schemaPath:"#/properties/channel/enum",keyword:"enum",params:{allowedValues: schema179.properties.channel.enum},schema:schema179.properties.channel.enum,parentSchema:schema179.properties.channel,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.window !== undefined){
if(!(validate274(data.window, {instancePath:instancePath+"/window",parentData:data,parentDataProperty:"window",rootData}))){
vErrors = vErrors === null ? validate274.errors : vErrors.concat(validate274.errors);
errors = vErrors.length;
}
}
if(data.pauses !== undefined){
let data2 = data.pauses;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate396(data2[i0], {instancePath:instancePath+"/pauses/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate396.errors : vErrors.concat(validate396.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/pauses",schemaPath:"#/properties/pauses/type",keyword:"type",params:{type: "array"},schema:schema179.properties.pauses.type,parentSchema:schema179.properties.pauses,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.acceleratedPatches !== undefined){
let data4 = data.acceleratedPatches;
if(typeof data4 !== "boolean"){
const err4 = {instancePath:instancePath+"/acceleratedPatches",schemaPath:"#/properties/acceleratedPatches/type",keyword:"type",params:{type: "boolean"},schema:schema179.properties.acceleratedPatches.type,parentSchema:schema179.properties.acceleratedPatches,data:data4};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema179.type,parentSchema:schema179,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate394.errors = vErrors;
return errors === 0;
}

const schema181 = {"type":"object","properties":{"mode":{"type":"string","enum":["standard","autopilot"],"description":"- `standard`: you say which nodes there are.\n- `autopilot`: Google makes nodes for the pods that there are; `nodeGroups` is `[]`. Regional, with Dataplane V2. Immutable.","default":"standard"},"project":{"type":"string","description":"Id of the project. Left out: the project that the provider has from its own settings or its environment (`GOOGLE_PROJECT`). Immutable."},"projectServices":{"type":"boolean","description":"The APIs that the cluster needs are switched on in the project. They stay on when the cluster goes. `false`: somebody else does it.","default":true},"controlPlane":{"type":"string","enum":["regional","zonal"],"description":"Whether the control plane has replicas in three zones of the region, or is in the first zone of `network.zones` alone, where it does not answer while it is upgraded. `zonal` costs nothing for the first cluster of a billing account. Immutable.","default":"regional"},"providerMinimum":{"type":"string","description":"Oldest version of the provider `google`, below the next major one: for what is newer than the bindings' own version. E.g. `\"7.22.0\"`.","default":"6.50.0"},"nodeServiceAccountEmail":{"type":"string","description":"E-mail of an existing service account of IAM for nodes; a new one, with the fewest roles, when left out."},"imageProjects":{"type":"array","items":{"type":"string"},"description":"Ids of projects whose Artifact Registry nodes may read images from, beside the cluster's own.","default":[]},"binaryAuthorization":{"type":"boolean","description":"Only images that the project's policy of Binary Authorization lets in. A project without a policy lets all in.","default":true},"securityPosture":{"type":"string","enum":["disabled","basic","enterprise"],"description":"Workloads are checked against common mistakes; `enterprise` also watches for threats, at a price.","default":"basic"},"vulnerabilityScanning":{"type":"string","enum":["disabled","basic","enterprise"],"description":"Images of running containers are scanned for known holes: the system's (`basic`), and language packages too (`enterprise`, at a price).","default":"disabled"},"anonymousAccess":{"type":"string","enum":["limited","enabled"],"description":"Who has not signed in reaches the health checks alone.","default":"limited"},"secretManager":{"type":"boolean","description":"Secrets of Secret Manager as files, through its CSI driver."},"configConnector":{"type":"boolean","description":"Google Cloud resources as Kubernetes objects (Config Connector). Not in Autopilot."},"ray":{"type":"boolean","description":"The operator of Ray, with its logs and metrics."},"identityService":{"type":"boolean","description":"Other identity providers sign people in."},"meshCertificates":{"type":"boolean","description":"Certificates for pods from Certificate Authority Service, for a mesh."},"verticalPodAutoscaling":{"type":"boolean","description":"Recommends and sets what pods ask for (VerticalPodAutoscaler). Always there in Autopilot.","default":true},"horizontalPodAutoscaling":{"type":"string","enum":["none","performance"],"description":"How fast the HorizontalPodAutoscaler is: `performance` serves thousands of objects."},"fleetProject":{"type":"string","description":"Id of the project whose fleet the cluster is in. Left out: in none."},"betaApis":{"type":"array","items":{"type":"string"},"description":"Beta APIs of Kubernetes, e.g. `resource.k8s.io/v1beta1/deviceclasses`. Can't be switched off again."},"alphaFeatures":{"type":"boolean","description":"All alpha features. For clusters that live for 30 days: they can't be upgraded, and have neither a channel nor repair. Immutable.","default":false},"controlPlaneKeys":{"$ref":"#/definitions/GkeControlPlaneKeysSpec","description":"Keys and certificate authorities of yours for the control plane. Immutable."},"autoscalingProfile":{"type":"string","enum":["balanced","optimize-utilization"],"description":"How soon the autoscaler takes empty nodes away: `optimize-utilization` sooner.","default":"balanced"},"autoProvisioning":{"$ref":"#/definitions/GkeAutoProvisioningSpec","description":"What machines `autoscaling: auto-provisioning` makes. Required with it. Not in Autopilot, which needs no word."},"defaultComputeClass":{"type":"boolean","description":"Pods that name no compute class get the cluster's default one.\n\nNeeds provider 7.0 or later: `gke.providerMinimum`.","default":false},"allowNetAdmin":{"type":"boolean","description":"Workloads with NET_ADMIN are let in. In Autopilot alone."},"autoNetworkTags":{"type":"array","items":{"type":"string"},"description":"Network tags of the nodes that GKE makes by itself: in Autopilot, and with auto-provisioning."},"autoResourceManagerTags":{"type":"object","additionalProperties":{"type":"string"},"description":"Tags of Resource Manager on the same nodes: `tagKeys/<number>` to `tagValues/<number>`."}},"additionalProperties":false,"description":"What only GKE has."};
const schema182 = {"type":"object","properties":{"clusterCa":{"type":"string","description":"Pool of authorities that sign the cluster's certificates."},"etcdApiCa":{"type":"string","description":"Pool of authorities for the API server's side of etcd."},"etcdPeerCa":{"type":"string","description":"Pool of authorities between the members of etcd."},"aggregationCa":{"type":"string","description":"Pool of authorities for aggregated APIs."},"serviceAccountSigningKeys":{"type":"array","items":{"type":"string"},"description":"Versions of keys that sign service accounts' tokens."},"serviceAccountVerificationKeys":{"type":"array","items":{"type":"string"},"description":"Versions of keys that service accounts' tokens are verified with."},"controlPlaneDisksKeyId":{"type":"string","description":"Key that encrypts the control plane's disks."},"etcdBackupKeyId":{"type":"string","description":"Key that encrypts Google's copies of etcd."}},"additionalProperties":false,"description":"Keys and certificate authorities of yours, by their full names in Cloud KMS and Certificate Authority Service."};

function validate400(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "clusterCa") || (key0 === "etcdApiCa")) || (key0 === "etcdPeerCa")) || (key0 === "aggregationCa")) || (key0 === "serviceAccountSigningKeys")) || (key0 === "serviceAccountVerificationKeys")) || (key0 === "controlPlaneDisksKeyId")) || (key0 === "etcdBackupKeyId"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.clusterCa !== undefined){
let data0 = data.clusterCa;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/clusterCa",schemaPath:"#/properties/clusterCa/type",keyword:"type",params:{type: "string"},schema:schema182.properties.clusterCa.type,parentSchema:schema182.properties.clusterCa,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.etcdApiCa !== undefined){
let data1 = data.etcdApiCa;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/etcdApiCa",schemaPath:"#/properties/etcdApiCa/type",keyword:"type",params:{type: "string"},schema:schema182.properties.etcdApiCa.type,parentSchema:schema182.properties.etcdApiCa,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.etcdPeerCa !== undefined){
let data2 = data.etcdPeerCa;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/etcdPeerCa",schemaPath:"#/properties/etcdPeerCa/type",keyword:"type",params:{type: "string"},schema:schema182.properties.etcdPeerCa.type,parentSchema:schema182.properties.etcdPeerCa,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.aggregationCa !== undefined){
let data3 = data.aggregationCa;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/aggregationCa",schemaPath:"#/properties/aggregationCa/type",keyword:"type",params:{type: "string"},schema:schema182.properties.aggregationCa.type,parentSchema:schema182.properties.aggregationCa,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.serviceAccountSigningKeys !== undefined){
let data4 = data.serviceAccountSigningKeys;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
const err5 = {instancePath:instancePath+"/serviceAccountSigningKeys/" + i0,schemaPath:"#/properties/serviceAccountSigningKeys/items/type",keyword:"type",params:{type: "string"},schema:schema182.properties.serviceAccountSigningKeys.items.type,parentSchema:schema182.properties.serviceAccountSigningKeys.items,data:data5};
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
const err6 = {instancePath:instancePath+"/serviceAccountSigningKeys",schemaPath:"#/properties/serviceAccountSigningKeys/type",keyword:"type",params:{type: "array"},schema:schema182.properties.serviceAccountSigningKeys.type,parentSchema:schema182.properties.serviceAccountSigningKeys,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.serviceAccountVerificationKeys !== undefined){
let data6 = data.serviceAccountVerificationKeys;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 !== "string"){
const err7 = {instancePath:instancePath+"/serviceAccountVerificationKeys/" + i1,schemaPath:"#/properties/serviceAccountVerificationKeys/items/type",keyword:"type",params:{type: "string"},schema:schema182.properties.serviceAccountVerificationKeys.items.type,parentSchema:schema182.properties.serviceAccountVerificationKeys.items,data:data7};
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
const err8 = {instancePath:instancePath+"/serviceAccountVerificationKeys",schemaPath:"#/properties/serviceAccountVerificationKeys/type",keyword:"type",params:{type: "array"},schema:schema182.properties.serviceAccountVerificationKeys.type,parentSchema:schema182.properties.serviceAccountVerificationKeys,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.controlPlaneDisksKeyId !== undefined){
let data8 = data.controlPlaneDisksKeyId;
if(typeof data8 !== "string"){
const err9 = {instancePath:instancePath+"/controlPlaneDisksKeyId",schemaPath:"#/properties/controlPlaneDisksKeyId/type",keyword:"type",params:{type: "string"},schema:schema182.properties.controlPlaneDisksKeyId.type,parentSchema:schema182.properties.controlPlaneDisksKeyId,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.etcdBackupKeyId !== undefined){
let data9 = data.etcdBackupKeyId;
if(typeof data9 !== "string"){
const err10 = {instancePath:instancePath+"/etcdBackupKeyId",schemaPath:"#/properties/etcdBackupKeyId/type",keyword:"type",params:{type: "string"},schema:schema182.properties.etcdBackupKeyId.type,parentSchema:schema182.properties.etcdBackupKeyId,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema182.type,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate400.errors = vErrors;
return errors === 0;
}

const schema183 = {"type":"object","properties":{"cpu":{"$ref":"#/definitions/GkeBounds","description":"vCPUs of the whole cluster, other groups included: an upper bound, and maybe a lower one."},"memoryGiB":{"$ref":"#/definitions/GkeBounds","description":"Memory of the whole cluster in GiB, likewise."},"gpus":{"type":"object","additionalProperties":{"$ref":"#/definitions/GkeBounds"},"description":"GPUs of the whole cluster, by type (`nvidia-l4`)."},"zones":{"type":"array","items":{"type":"string"},"description":"Names of the zones. Left out: those of the network."},"image":{"type":"string","enum":["cos","ubuntu"],"description":"System image of the machines."},"disk":{"$ref":"#/definitions/GkeAutoProvisioningDiskSpec","description":"System disk of the machines."},"minCpuPlatform":{"type":"string","description":"Oldest processor generation."},"upgrade":{"$ref":"#/definitions/GkeNodeUpgradeSpec","description":"How the machines are replaced when their version changes."}},"required":["cpu","memoryGiB"],"additionalProperties":false,"description":"Machines that GKE makes for pods that wait for one."};
const schema184 = {"type":"object","properties":{"min":{"type":"number","description":"At least.","default":0},"max":{"type":"number","description":"At most, at least 1."}},"required":["max"],"additionalProperties":false,"description":"Bounds of a number."};

function validate403(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.max === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "max"},schema:schema184.required,parentSchema:schema184,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema184,data};
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
const err2 = {instancePath:instancePath+"/min",schemaPath:"#/properties/min/type",keyword:"type",params:{type: "number"},schema:schema184.properties.min.type,parentSchema:schema184.properties.min,data:data0};
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
const err3 = {instancePath:instancePath+"/max",schemaPath:"#/properties/max/type",keyword:"type",params:{type: "number"},schema:schema184.properties.max.type,parentSchema:schema184.properties.max,data:data1};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema184.type,parentSchema:schema184,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate403.errors = vErrors;
return errors === 0;
}

const schema185 = {"type":"object","properties":{"sizeGiB":{"type":"number","description":"Size in GiB, at least 10.","default":100},"type":{"type":"string","enum":["pd-standard","pd-balanced","pd-ssd"],"description":"Type.","default":"pd-balanced"}},"additionalProperties":false,"description":"System disk of machines that GKE makes."};

function validate407(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "sizeGiB") || (key0 === "type"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema185,data};
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
const err1 = {instancePath:instancePath+"/sizeGiB",schemaPath:"#/properties/sizeGiB/type",keyword:"type",params:{type: "number"},schema:schema185.properties.sizeGiB.type,parentSchema:schema185.properties.sizeGiB,data:data0};
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
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema185.properties.type.type,parentSchema:schema185.properties.type,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data1 === "pd-standard") || (data1 === "pd-balanced")) || (data1 === "pd-ssd"))){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema185.properties.type.enum},schema:schema185.properties.type.enum,parentSchema:schema185.properties.type,data:data1};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema185.type,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate407.errors = vErrors;
return errors === 0;
}


function validate402(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cpu === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cpu"},schema:schema183.required,parentSchema:schema183,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.memoryGiB === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "memoryGiB"},schema:schema183.required,parentSchema:schema183,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "cpu") || (key0 === "memoryGiB")) || (key0 === "gpus")) || (key0 === "zones")) || (key0 === "image")) || (key0 === "disk")) || (key0 === "minCpuPlatform")) || (key0 === "upgrade"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema183,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.cpu !== undefined){
if(!(validate403(data.cpu, {instancePath:instancePath+"/cpu",parentData:data,parentDataProperty:"cpu",rootData}))){
vErrors = vErrors === null ? validate403.errors : vErrors.concat(validate403.errors);
errors = vErrors.length;
}
}
if(data.memoryGiB !== undefined){
if(!(validate403(data.memoryGiB, {instancePath:instancePath+"/memoryGiB",parentData:data,parentDataProperty:"memoryGiB",rootData}))){
vErrors = vErrors === null ? validate403.errors : vErrors.concat(validate403.errors);
errors = vErrors.length;
}
}
if(data.gpus !== undefined){
let data2 = data.gpus;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(validate403(data2[key1], {instancePath:instancePath+"/gpus/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data2,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate403.errors : vErrors.concat(validate403.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/gpus",schemaPath:"#/properties/gpus/type",keyword:"type",params:{type: "object"},schema:schema183.properties.gpus.type,parentSchema:schema183.properties.gpus,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.zones !== undefined){
let data4 = data.zones;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
const err4 = {instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "string"},schema:schema183.properties.zones.items.type,parentSchema:schema183.properties.zones.items,data:data5};
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
const err5 = {instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"},schema:schema183.properties.zones.type,parentSchema:schema183.properties.zones,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.image !== undefined){
let data6 = data.image;
if(typeof data6 !== "string"){
const err6 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "string"},schema:schema183.properties.image.type,parentSchema:schema183.properties.image,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data6 === "cos") || (data6 === "ubuntu"))){
const err7 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/enum",keyword:"enum",params:{allowedValues: schema183.properties.image.enum},schema:schema183.properties.image.enum,parentSchema:schema183.properties.image,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.disk !== undefined){
if(!(validate407(data.disk, {instancePath:instancePath+"/disk",parentData:data,parentDataProperty:"disk",rootData}))){
vErrors = vErrors === null ? validate407.errors : vErrors.concat(validate407.errors);
errors = vErrors.length;
}
}
if(data.minCpuPlatform !== undefined){
let data8 = data.minCpuPlatform;
if(typeof data8 !== "string"){
const err8 = {instancePath:instancePath+"/minCpuPlatform",schemaPath:"#/properties/minCpuPlatform/type",keyword:"type",params:{type: "string"},schema:schema183.properties.minCpuPlatform.type,parentSchema:schema183.properties.minCpuPlatform,data:data8};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.upgrade !== undefined){
if(!(validate318(data.upgrade, {instancePath:instancePath+"/upgrade",parentData:data,parentDataProperty:"upgrade",rootData}))){
vErrors = vErrors === null ? validate318.errors : vErrors.concat(validate318.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema183.type,parentSchema:schema183,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate402.errors = vErrors;
return errors === 0;
}


function validate399(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema181.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema181,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.mode !== undefined){
let data0 = data.mode;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"},schema:schema181.properties.mode.type,parentSchema:schema181.properties.mode,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((data0 === "standard") || (data0 === "autopilot"))){
const err2 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema181.properties.mode.enum},schema:schema181.properties.mode.enum,parentSchema:schema181.properties.mode,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.project !== undefined){
let data1 = data.project;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: "string"},schema:schema181.properties.project.type,parentSchema:schema181.properties.project,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.projectServices !== undefined){
let data2 = data.projectServices;
if(typeof data2 !== "boolean"){
const err4 = {instancePath:instancePath+"/projectServices",schemaPath:"#/properties/projectServices/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.projectServices.type,parentSchema:schema181.properties.projectServices,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.controlPlane !== undefined){
let data3 = data.controlPlane;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/controlPlane",schemaPath:"#/properties/controlPlane/type",keyword:"type",params:{type: "string"},schema:schema181.properties.controlPlane.type,parentSchema:schema181.properties.controlPlane,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((data3 === "regional") || (data3 === "zonal"))){
const err6 = {instancePath:instancePath+"/controlPlane",schemaPath:"#/properties/controlPlane/enum",keyword:"enum",params:{allowedValues: schema181.properties.controlPlane.enum},schema:schema181.properties.controlPlane.enum,parentSchema:schema181.properties.controlPlane,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.providerMinimum !== undefined){
let data4 = data.providerMinimum;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/providerMinimum",schemaPath:"#/properties/providerMinimum/type",keyword:"type",params:{type: "string"},schema:schema181.properties.providerMinimum.type,parentSchema:schema181.properties.providerMinimum,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.nodeServiceAccountEmail !== undefined){
let data5 = data.nodeServiceAccountEmail;
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/nodeServiceAccountEmail",schemaPath:"#/properties/nodeServiceAccountEmail/type",keyword:"type",params:{type: "string"},schema:schema181.properties.nodeServiceAccountEmail.type,parentSchema:schema181.properties.nodeServiceAccountEmail,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.imageProjects !== undefined){
let data6 = data.imageProjects;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/imageProjects/" + i0,schemaPath:"#/properties/imageProjects/items/type",keyword:"type",params:{type: "string"},schema:schema181.properties.imageProjects.items.type,parentSchema:schema181.properties.imageProjects.items,data:data7};
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
const err10 = {instancePath:instancePath+"/imageProjects",schemaPath:"#/properties/imageProjects/type",keyword:"type",params:{type: "array"},schema:schema181.properties.imageProjects.type,parentSchema:schema181.properties.imageProjects,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.binaryAuthorization !== undefined){
let data8 = data.binaryAuthorization;
if(typeof data8 !== "boolean"){
const err11 = {instancePath:instancePath+"/binaryAuthorization",schemaPath:"#/properties/binaryAuthorization/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.binaryAuthorization.type,parentSchema:schema181.properties.binaryAuthorization,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.securityPosture !== undefined){
let data9 = data.securityPosture;
if(typeof data9 !== "string"){
const err12 = {instancePath:instancePath+"/securityPosture",schemaPath:"#/properties/securityPosture/type",keyword:"type",params:{type: "string"},schema:schema181.properties.securityPosture.type,parentSchema:schema181.properties.securityPosture,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((data9 === "disabled") || (data9 === "basic")) || (data9 === "enterprise"))){
const err13 = {instancePath:instancePath+"/securityPosture",schemaPath:"#/properties/securityPosture/enum",keyword:"enum",params:{allowedValues: schema181.properties.securityPosture.enum},schema:schema181.properties.securityPosture.enum,parentSchema:schema181.properties.securityPosture,data:data9};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.vulnerabilityScanning !== undefined){
let data10 = data.vulnerabilityScanning;
if(typeof data10 !== "string"){
const err14 = {instancePath:instancePath+"/vulnerabilityScanning",schemaPath:"#/properties/vulnerabilityScanning/type",keyword:"type",params:{type: "string"},schema:schema181.properties.vulnerabilityScanning.type,parentSchema:schema181.properties.vulnerabilityScanning,data:data10};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!(((data10 === "disabled") || (data10 === "basic")) || (data10 === "enterprise"))){
const err15 = {instancePath:instancePath+"/vulnerabilityScanning",schemaPath:"#/properties/vulnerabilityScanning/enum",keyword:"enum",params:{allowedValues: schema181.properties.vulnerabilityScanning.enum},schema:schema181.properties.vulnerabilityScanning.enum,parentSchema:schema181.properties.vulnerabilityScanning,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.anonymousAccess !== undefined){
let data11 = data.anonymousAccess;
if(typeof data11 !== "string"){
const err16 = {instancePath:instancePath+"/anonymousAccess",schemaPath:"#/properties/anonymousAccess/type",keyword:"type",params:{type: "string"},schema:schema181.properties.anonymousAccess.type,parentSchema:schema181.properties.anonymousAccess,data:data11};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((data11 === "limited") || (data11 === "enabled"))){
const err17 = {instancePath:instancePath+"/anonymousAccess",schemaPath:"#/properties/anonymousAccess/enum",keyword:"enum",params:{allowedValues: schema181.properties.anonymousAccess.enum},schema:schema181.properties.anonymousAccess.enum,parentSchema:schema181.properties.anonymousAccess,data:data11};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.secretManager !== undefined){
let data12 = data.secretManager;
if(typeof data12 !== "boolean"){
const err18 = {instancePath:instancePath+"/secretManager",schemaPath:"#/properties/secretManager/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.secretManager.type,parentSchema:schema181.properties.secretManager,data:data12};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.configConnector !== undefined){
let data13 = data.configConnector;
if(typeof data13 !== "boolean"){
const err19 = {instancePath:instancePath+"/configConnector",schemaPath:"#/properties/configConnector/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.configConnector.type,parentSchema:schema181.properties.configConnector,data:data13};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.ray !== undefined){
let data14 = data.ray;
if(typeof data14 !== "boolean"){
const err20 = {instancePath:instancePath+"/ray",schemaPath:"#/properties/ray/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.ray.type,parentSchema:schema181.properties.ray,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.identityService !== undefined){
let data15 = data.identityService;
if(typeof data15 !== "boolean"){
const err21 = {instancePath:instancePath+"/identityService",schemaPath:"#/properties/identityService/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.identityService.type,parentSchema:schema181.properties.identityService,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.meshCertificates !== undefined){
let data16 = data.meshCertificates;
if(typeof data16 !== "boolean"){
const err22 = {instancePath:instancePath+"/meshCertificates",schemaPath:"#/properties/meshCertificates/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.meshCertificates.type,parentSchema:schema181.properties.meshCertificates,data:data16};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.verticalPodAutoscaling !== undefined){
let data17 = data.verticalPodAutoscaling;
if(typeof data17 !== "boolean"){
const err23 = {instancePath:instancePath+"/verticalPodAutoscaling",schemaPath:"#/properties/verticalPodAutoscaling/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.verticalPodAutoscaling.type,parentSchema:schema181.properties.verticalPodAutoscaling,data:data17};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.horizontalPodAutoscaling !== undefined){
let data18 = data.horizontalPodAutoscaling;
if(typeof data18 !== "string"){
const err24 = {instancePath:instancePath+"/horizontalPodAutoscaling",schemaPath:"#/properties/horizontalPodAutoscaling/type",keyword:"type",params:{type: "string"},schema:schema181.properties.horizontalPodAutoscaling.type,parentSchema:schema181.properties.horizontalPodAutoscaling,data:data18};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!((data18 === "none") || (data18 === "performance"))){
const err25 = {instancePath:instancePath+"/horizontalPodAutoscaling",schemaPath:"#/properties/horizontalPodAutoscaling/enum",keyword:"enum",params:{allowedValues: schema181.properties.horizontalPodAutoscaling.enum},schema:schema181.properties.horizontalPodAutoscaling.enum,parentSchema:schema181.properties.horizontalPodAutoscaling,data:data18};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.fleetProject !== undefined){
let data19 = data.fleetProject;
if(typeof data19 !== "string"){
const err26 = {instancePath:instancePath+"/fleetProject",schemaPath:"#/properties/fleetProject/type",keyword:"type",params:{type: "string"},schema:schema181.properties.fleetProject.type,parentSchema:schema181.properties.fleetProject,data:data19};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.betaApis !== undefined){
let data20 = data.betaApis;
if(Array.isArray(data20)){
const len1 = data20.length;
for(let i1=0; i1<len1; i1++){
let data21 = data20[i1];
if(typeof data21 !== "string"){
const err27 = {instancePath:instancePath+"/betaApis/" + i1,schemaPath:"#/properties/betaApis/items/type",keyword:"type",params:{type: "string"},schema:schema181.properties.betaApis.items.type,parentSchema:schema181.properties.betaApis.items,data:data21};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/betaApis",schemaPath:"#/properties/betaApis/type",keyword:"type",params:{type: "array"},schema:schema181.properties.betaApis.type,parentSchema:schema181.properties.betaApis,data:data20};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.alphaFeatures !== undefined){
let data22 = data.alphaFeatures;
if(typeof data22 !== "boolean"){
const err29 = {instancePath:instancePath+"/alphaFeatures",schemaPath:"#/properties/alphaFeatures/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.alphaFeatures.type,parentSchema:schema181.properties.alphaFeatures,data:data22};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.controlPlaneKeys !== undefined){
if(!(validate400(data.controlPlaneKeys, {instancePath:instancePath+"/controlPlaneKeys",parentData:data,parentDataProperty:"controlPlaneKeys",rootData}))){
vErrors = vErrors === null ? validate400.errors : vErrors.concat(validate400.errors);
errors = vErrors.length;
}
}
if(data.autoscalingProfile !== undefined){
let data24 = data.autoscalingProfile;
if(typeof data24 !== "string"){
const err30 = {instancePath:instancePath+"/autoscalingProfile",schemaPath:"#/properties/autoscalingProfile/type",keyword:"type",params:{type: "string"},schema:schema181.properties.autoscalingProfile.type,parentSchema:schema181.properties.autoscalingProfile,data:data24};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!((data24 === "balanced") || (data24 === "optimize-utilization"))){
const err31 = {instancePath:instancePath+"/autoscalingProfile",schemaPath:"#/properties/autoscalingProfile/enum",keyword:"enum",params:{allowedValues: schema181.properties.autoscalingProfile.enum},schema:schema181.properties.autoscalingProfile.enum,parentSchema:schema181.properties.autoscalingProfile,data:data24};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.autoProvisioning !== undefined){
if(!(validate402(data.autoProvisioning, {instancePath:instancePath+"/autoProvisioning",parentData:data,parentDataProperty:"autoProvisioning",rootData}))){
vErrors = vErrors === null ? validate402.errors : vErrors.concat(validate402.errors);
errors = vErrors.length;
}
}
if(data.defaultComputeClass !== undefined){
let data26 = data.defaultComputeClass;
if(typeof data26 !== "boolean"){
const err32 = {instancePath:instancePath+"/defaultComputeClass",schemaPath:"#/properties/defaultComputeClass/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.defaultComputeClass.type,parentSchema:schema181.properties.defaultComputeClass,data:data26};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.allowNetAdmin !== undefined){
let data27 = data.allowNetAdmin;
if(typeof data27 !== "boolean"){
const err33 = {instancePath:instancePath+"/allowNetAdmin",schemaPath:"#/properties/allowNetAdmin/type",keyword:"type",params:{type: "boolean"},schema:schema181.properties.allowNetAdmin.type,parentSchema:schema181.properties.allowNetAdmin,data:data27};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.autoNetworkTags !== undefined){
let data28 = data.autoNetworkTags;
if(Array.isArray(data28)){
const len2 = data28.length;
for(let i2=0; i2<len2; i2++){
let data29 = data28[i2];
if(typeof data29 !== "string"){
const err34 = {instancePath:instancePath+"/autoNetworkTags/" + i2,schemaPath:"#/properties/autoNetworkTags/items/type",keyword:"type",params:{type: "string"},schema:schema181.properties.autoNetworkTags.items.type,parentSchema:schema181.properties.autoNetworkTags.items,data:data29};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/autoNetworkTags",schemaPath:"#/properties/autoNetworkTags/type",keyword:"type",params:{type: "array"},schema:schema181.properties.autoNetworkTags.type,parentSchema:schema181.properties.autoNetworkTags,data:data28};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.autoResourceManagerTags !== undefined){
let data30 = data.autoResourceManagerTags;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key1 in data30){
let data31 = data30[key1];
if(typeof data31 !== "string"){
const err36 = {instancePath:instancePath+"/autoResourceManagerTags/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/autoResourceManagerTags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema181.properties.autoResourceManagerTags.additionalProperties.type,parentSchema:schema181.properties.autoResourceManagerTags.additionalProperties,data:data31};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/autoResourceManagerTags",schemaPath:"#/properties/autoResourceManagerTags/type",keyword:"type",params:{type: "object"},schema:schema181.properties.autoResourceManagerTags.type,parentSchema:schema181.properties.autoResourceManagerTags,data:data30};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema181.type,parentSchema:schema181,data};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
validate399.errors = vErrors;
return errors === 0;
}


function validate294(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.access === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "access"},schema:schema132.required,parentSchema:schema132,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kubernetesVersion === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kubernetesVersion"},schema:schema132.required,parentSchema:schema132,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.name === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema132.required,parentSchema:schema132,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.nodeGroups === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeGroups"},schema:schema132.required,parentSchema:schema132,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.platform === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "platform"},schema:schema132.required,parentSchema:schema132,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.region === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "region"},schema:schema132.required,parentSchema:schema132,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema132.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema132,data};
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
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema132.properties.name.type,parentSchema:schema132.properties.name,data:data0};
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
const err8 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},schema:schema132.properties.region.type,parentSchema:schema132.properties.region,data:data1};
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
const err9 = {instancePath:instancePath+"/kubernetesVersion",schemaPath:"#/properties/kubernetesVersion/type",keyword:"type",params:{type: "string"},schema:schema132.properties.kubernetesVersion.type,parentSchema:schema132.properties.kubernetesVersion,data:data2};
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
if(!(validate295(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate295.errors : vErrors.concat(validate295.errors);
errors = vErrors.length;
}
}
if(data.access !== undefined){
if(!(validate305(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate305.errors : vErrors.concat(validate305.errors);
errors = vErrors.length;
}
}
if(data.nodeGroups !== undefined){
let data5 = data.nodeGroups;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate312(data5[i0], {instancePath:instancePath+"/nodeGroups/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate312.errors : vErrors.concat(validate312.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/nodeGroups",schemaPath:"#/properties/nodeGroups/type",keyword:"type",params:{type: "array"},schema:schema132.properties.nodeGroups.type,parentSchema:schema132.properties.nodeGroups,data:data5};
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
if(!(validate116(data.autoscaling, {instancePath:instancePath+"/autoscaling",parentData:data,parentDataProperty:"autoscaling",rootData}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
if(data.storage !== undefined){
if(!(validate358(data.storage, {instancePath:instancePath+"/storage",parentData:data,parentDataProperty:"storage",rootData}))){
vErrors = vErrors === null ? validate358.errors : vErrors.concat(validate358.errors);
errors = vErrors.length;
}
}
if(data.encryption !== undefined){
if(!(validate370(data.encryption, {instancePath:instancePath+"/encryption",parentData:data,parentDataProperty:"encryption",rootData}))){
vErrors = vErrors === null ? validate370.errors : vErrors.concat(validate370.errors);
errors = vErrors.length;
}
}
if(data.loadBalancing !== undefined){
if(!(validate372(data.loadBalancing, {instancePath:instancePath+"/loadBalancing",parentData:data,parentDataProperty:"loadBalancing",rootData}))){
vErrors = vErrors === null ? validate372.errors : vErrors.concat(validate372.errors);
errors = vErrors.length;
}
}
if(data.dns !== undefined){
if(!(validate374(data.dns, {instancePath:instancePath+"/dns",parentData:data,parentDataProperty:"dns",rootData}))){
vErrors = vErrors === null ? validate374.errors : vErrors.concat(validate374.errors);
errors = vErrors.length;
}
}
if(data.workloadIdentities !== undefined){
let data12 = data.workloadIdentities;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(!(validate376(data12[i1], {instancePath:instancePath+"/workloadIdentities/" + i1,parentData:data12,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate376.errors : vErrors.concat(validate376.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/workloadIdentities",schemaPath:"#/properties/workloadIdentities/type",keyword:"type",params:{type: "array"},schema:schema132.properties.workloadIdentities.type,parentSchema:schema132.properties.workloadIdentities,data:data12};
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
if(!(validate382(data.observability, {instancePath:instancePath+"/observability",parentData:data,parentDataProperty:"observability",rootData}))){
vErrors = vErrors === null ? validate382.errors : vErrors.concat(validate382.errors);
errors = vErrors.length;
}
}
if(data.protection !== undefined){
let data15 = data.protection;
if(typeof data15 !== "boolean"){
const err12 = {instancePath:instancePath+"/protection",schemaPath:"#/properties/protection/type",keyword:"type",params:{type: "boolean"},schema:schema132.properties.protection.type,parentSchema:schema132.properties.protection,data:data15};
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
const err13 = {instancePath:instancePath+"/tags/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema132.properties.tags.additionalProperties.type,parentSchema:schema132.properties.tags.additionalProperties,data:data17};
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
const err14 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},schema:schema132.properties.tags.type,parentSchema:schema132.properties.tags,data:data16};
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
const err15 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/type",keyword:"type",params:{type: "string"},schema:schema132.properties.platform.type,parentSchema:schema132.properties.platform,data:data18};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if("gke" !== data18){
const err16 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/const",keyword:"const",params:{allowedValue: "gke"},schema:"gke",parentSchema:schema132.properties.platform,data:data18};
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
if(!(validate394(data.upgrades, {instancePath:instancePath+"/upgrades",parentData:data,parentDataProperty:"upgrades",rootData}))){
vErrors = vErrors === null ? validate394.errors : vErrors.concat(validate394.errors);
errors = vErrors.length;
}
}
if(data.gke !== undefined){
if(!(validate399(data.gke, {instancePath:instancePath+"/gke",parentData:data,parentDataProperty:"gke",rootData}))){
vErrors = vErrors === null ? validate399.errors : vErrors.concat(validate399.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema132.type,parentSchema:schema132,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate294.errors = vErrors;
return errors === 0;
}

export const LocalBackendSpec = validate412;
const schema186 = {"type":"object","properties":{"type":{"type":"string","const":"local"},"path":{"type":"string","description":"Path from the project's folder, where `cdktf.json` is; never absolute, and not in `cdktf.out`, where it would be deleted.","default":"terraform.{stack}.tfstate"}},"required":["type"],"additionalProperties":false,"description":"A file beside the project, for one person on one machine."};

function validate412(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema186.required,parentSchema:schema186,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "type") || (key0 === "path"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema186,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema186.properties.type.type,parentSchema:schema186.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if("local" !== data0){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "local"},schema:"local",parentSchema:schema186.properties.type,data:data0};
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
let data1 = data.path;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema186.properties.path.type,parentSchema:schema186.properties.path,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema186.type,parentSchema:schema186,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate412.errors = vErrors;
return errors === 0;
}

export const S3BackendSpec = validate413;
const schema187 = {"type":"object","properties":{"type":{"type":"string","const":"s3"},"bucket":{"type":"string","description":"Name of the bucket: 3 to 63 lower-case letters, digits, `.` and `-`. It should keep old versions of its objects."},"region":{"type":"string","description":"Region of the bucket, e.g. `eu-central-1`."},"key":{"type":"string","description":"Key of the object; at most 1,000 bytes, so that the lock file's `.tflock` fits behind it.","default":"{stack}/terraform.tfstate"},"useLockfile":{"type":"boolean","description":"Whether a lock file beside the state keeps two runs apart. Needs Terraform 1.10.","default":true},"encrypt":{"type":"boolean","description":"Whether S3 encrypts the state.","default":true},"kmsKeyId":{"type":"string","description":"ARN of the KMS key that encrypts the state. Left out: the bucket's own encryption."},"allowedAccountIds":{"type":"array","items":{"type":"string"},"description":"Accounts that credentials may be of: a guard against the wrong ones. 12 digits each, in quotes."},"forbiddenAccountIds":{"type":"array","items":{"type":"string"},"description":"Accounts that credentials may not be of. Excludes `allowedAccountIds`."},"assumeRole":{"$ref":"#/definitions/BackendRoleSpec","description":"The role that reads and writes the state."}},"required":["type","bucket","region"],"additionalProperties":false,"description":"An object in a bucket of Amazon S3. Credentials: as of the AWS CLI, e.g. `AWS_ACCESS_KEY_ID` or `AWS_PROFILE`."};
const schema188 = {"type":"object","properties":{"roleArn":{"type":"string","description":"ARN of the role."},"sessionName":{"type":"string","description":"Name of the session, as CloudTrail shows it: 2 to 64 letters, digits and `=,.@_-`."},"externalId":{"type":"string","description":"What the role's trust policy asks for."}},"required":["roleArn"],"additionalProperties":false,"description":"A role of AWS that a backend takes on."};

function validate414(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.roleArn === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "roleArn"},schema:schema188.required,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "roleArn") || (key0 === "sessionName")) || (key0 === "externalId"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.roleArn !== undefined){
let data0 = data.roleArn;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/roleArn",schemaPath:"#/properties/roleArn/type",keyword:"type",params:{type: "string"},schema:schema188.properties.roleArn.type,parentSchema:schema188.properties.roleArn,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.sessionName !== undefined){
let data1 = data.sessionName;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/sessionName",schemaPath:"#/properties/sessionName/type",keyword:"type",params:{type: "string"},schema:schema188.properties.sessionName.type,parentSchema:schema188.properties.sessionName,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.externalId !== undefined){
let data2 = data.externalId;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/externalId",schemaPath:"#/properties/externalId/type",keyword:"type",params:{type: "string"},schema:schema188.properties.externalId.type,parentSchema:schema188.properties.externalId,data:data2};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema188.type,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate414.errors = vErrors;
return errors === 0;
}


function validate413(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema187.required,parentSchema:schema187,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.bucket === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "bucket"},schema:schema187.required,parentSchema:schema187,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.region === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "region"},schema:schema187.required,parentSchema:schema187,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema187.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema187,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema187.properties.type.type,parentSchema:schema187.properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if("s3" !== data0){
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "s3"},schema:"s3",parentSchema:schema187.properties.type,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.bucket !== undefined){
let data1 = data.bucket;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/bucket",schemaPath:"#/properties/bucket/type",keyword:"type",params:{type: "string"},schema:schema187.properties.bucket.type,parentSchema:schema187.properties.bucket,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.region !== undefined){
let data2 = data.region;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},schema:schema187.properties.region.type,parentSchema:schema187.properties.region,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.key !== undefined){
let data3 = data.key;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},schema:schema187.properties.key.type,parentSchema:schema187.properties.key,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.useLockfile !== undefined){
let data4 = data.useLockfile;
if(typeof data4 !== "boolean"){
const err9 = {instancePath:instancePath+"/useLockfile",schemaPath:"#/properties/useLockfile/type",keyword:"type",params:{type: "boolean"},schema:schema187.properties.useLockfile.type,parentSchema:schema187.properties.useLockfile,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.encrypt !== undefined){
let data5 = data.encrypt;
if(typeof data5 !== "boolean"){
const err10 = {instancePath:instancePath+"/encrypt",schemaPath:"#/properties/encrypt/type",keyword:"type",params:{type: "boolean"},schema:schema187.properties.encrypt.type,parentSchema:schema187.properties.encrypt,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.kmsKeyId !== undefined){
let data6 = data.kmsKeyId;
if(typeof data6 !== "string"){
const err11 = {instancePath:instancePath+"/kmsKeyId",schemaPath:"#/properties/kmsKeyId/type",keyword:"type",params:{type: "string"},schema:schema187.properties.kmsKeyId.type,parentSchema:schema187.properties.kmsKeyId,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.allowedAccountIds !== undefined){
let data7 = data.allowedAccountIds;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 !== "string"){
const err12 = {instancePath:instancePath+"/allowedAccountIds/" + i0,schemaPath:"#/properties/allowedAccountIds/items/type",keyword:"type",params:{type: "string"},schema:schema187.properties.allowedAccountIds.items.type,parentSchema:schema187.properties.allowedAccountIds.items,data:data8};
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
const err13 = {instancePath:instancePath+"/allowedAccountIds",schemaPath:"#/properties/allowedAccountIds/type",keyword:"type",params:{type: "array"},schema:schema187.properties.allowedAccountIds.type,parentSchema:schema187.properties.allowedAccountIds,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.forbiddenAccountIds !== undefined){
let data9 = data.forbiddenAccountIds;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 !== "string"){
const err14 = {instancePath:instancePath+"/forbiddenAccountIds/" + i1,schemaPath:"#/properties/forbiddenAccountIds/items/type",keyword:"type",params:{type: "string"},schema:schema187.properties.forbiddenAccountIds.items.type,parentSchema:schema187.properties.forbiddenAccountIds.items,data:data10};
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
const err15 = {instancePath:instancePath+"/forbiddenAccountIds",schemaPath:"#/properties/forbiddenAccountIds/type",keyword:"type",params:{type: "array"},schema:schema187.properties.forbiddenAccountIds.type,parentSchema:schema187.properties.forbiddenAccountIds,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.assumeRole !== undefined){
if(!(validate414(data.assumeRole, {instancePath:instancePath+"/assumeRole",parentData:data,parentDataProperty:"assumeRole",rootData}))){
vErrors = vErrors === null ? validate414.errors : vErrors.concat(validate414.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema187.type,parentSchema:schema187,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate413.errors = vErrors;
return errors === 0;
}

export const AzurermBackendSpec = validate416;
const schema189 = {"type":"object","properties":{"type":{"type":"string","const":"azurerm"},"storageAccountName":{"type":"string","description":"Name of the storage account: 3 to 24 lower-case letters and digits."},"containerName":{"type":"string","description":"Name of the container: 3 to 63 lower-case letters, digits and single `-`."},"key":{"type":"string","description":"Name of the blob.","default":"{stack}/terraform.tfstate"},"resourceGroupName":{"type":"string","description":"Resource group of the storage account; needed where access goes by the account's key."},"subscriptionId":{"type":"string","description":"Subscription of the storage account, a UUID."},"tenantId":{"type":"string","description":"Tenant of Entra ID, a UUID."},"clientId":{"type":"string","description":"Id of the application or managed identity, a UUID; no secret."},"useAzureadAuth":{"type":"boolean","description":"Whether blobs are reached as the signed-in identity, not by a key of the storage account.","default":true},"useOidc":{"type":"boolean","description":"Whether a pipeline's OIDC token is the credential."},"environment":{"type":"string","enum":["public","usgovernment","china"],"description":"The cloud.","default":"public"}},"required":["type","storageAccountName","containerName"],"additionalProperties":false,"description":"A blob in Azure Storage, which leases of blobs lock. Credentials: `ARM_*`, such as `ARM_CLIENT_ID`, or the Azure CLI."};

function validate416(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema189.required,parentSchema:schema189,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.storageAccountName === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "storageAccountName"},schema:schema189.required,parentSchema:schema189,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.containerName === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "containerName"},schema:schema189.required,parentSchema:schema189,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema189.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema189,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema189.properties.type.type,parentSchema:schema189.properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if("azurerm" !== data0){
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "azurerm"},schema:"azurerm",parentSchema:schema189.properties.type,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.storageAccountName !== undefined){
let data1 = data.storageAccountName;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/storageAccountName",schemaPath:"#/properties/storageAccountName/type",keyword:"type",params:{type: "string"},schema:schema189.properties.storageAccountName.type,parentSchema:schema189.properties.storageAccountName,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.containerName !== undefined){
let data2 = data.containerName;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/containerName",schemaPath:"#/properties/containerName/type",keyword:"type",params:{type: "string"},schema:schema189.properties.containerName.type,parentSchema:schema189.properties.containerName,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.key !== undefined){
let data3 = data.key;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},schema:schema189.properties.key.type,parentSchema:schema189.properties.key,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.resourceGroupName !== undefined){
let data4 = data.resourceGroupName;
if(typeof data4 !== "string"){
const err9 = {instancePath:instancePath+"/resourceGroupName",schemaPath:"#/properties/resourceGroupName/type",keyword:"type",params:{type: "string"},schema:schema189.properties.resourceGroupName.type,parentSchema:schema189.properties.resourceGroupName,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.subscriptionId !== undefined){
let data5 = data.subscriptionId;
if(typeof data5 !== "string"){
const err10 = {instancePath:instancePath+"/subscriptionId",schemaPath:"#/properties/subscriptionId/type",keyword:"type",params:{type: "string"},schema:schema189.properties.subscriptionId.type,parentSchema:schema189.properties.subscriptionId,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.tenantId !== undefined){
let data6 = data.tenantId;
if(typeof data6 !== "string"){
const err11 = {instancePath:instancePath+"/tenantId",schemaPath:"#/properties/tenantId/type",keyword:"type",params:{type: "string"},schema:schema189.properties.tenantId.type,parentSchema:schema189.properties.tenantId,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.clientId !== undefined){
let data7 = data.clientId;
if(typeof data7 !== "string"){
const err12 = {instancePath:instancePath+"/clientId",schemaPath:"#/properties/clientId/type",keyword:"type",params:{type: "string"},schema:schema189.properties.clientId.type,parentSchema:schema189.properties.clientId,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.useAzureadAuth !== undefined){
let data8 = data.useAzureadAuth;
if(typeof data8 !== "boolean"){
const err13 = {instancePath:instancePath+"/useAzureadAuth",schemaPath:"#/properties/useAzureadAuth/type",keyword:"type",params:{type: "boolean"},schema:schema189.properties.useAzureadAuth.type,parentSchema:schema189.properties.useAzureadAuth,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.useOidc !== undefined){
let data9 = data.useOidc;
if(typeof data9 !== "boolean"){
const err14 = {instancePath:instancePath+"/useOidc",schemaPath:"#/properties/useOidc/type",keyword:"type",params:{type: "boolean"},schema:schema189.properties.useOidc.type,parentSchema:schema189.properties.useOidc,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.environment !== undefined){
let data10 = data.environment;
if(typeof data10 !== "string"){
const err15 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "string"},schema:schema189.properties.environment.type,parentSchema:schema189.properties.environment,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((data10 === "public") || (data10 === "usgovernment")) || (data10 === "china"))){
const err16 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/enum",keyword:"enum",params:{allowedValues: schema189.properties.environment.enum},schema:schema189.properties.environment.enum,parentSchema:schema189.properties.environment,data:data10};
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
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema189.type,parentSchema:schema189,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate416.errors = vErrors;
return errors === 0;
}

export const GcsBackendSpec = validate417;
const schema190 = {"type":"object","properties":{"type":{"type":"string","const":"gcs"},"bucket":{"type":"string","description":"Name of the bucket: 3 to 63 lower-case letters, digits, `-`, `_` and `.`. It should keep old versions of its objects."},"prefix":{"type":"string","description":"Folder of the state, whose file is `default.tfstate`.","default":"{stack}"},"kmsEncryptionKey":{"type":"string","description":"Cloud KMS key that encrypts the state: `projects/…/locations/…/keyRings/…/cryptoKeys/…`."},"impersonateServiceAccount":{"type":"string","description":"E-mail address of the service account that reads and writes the state."}},"required":["type","bucket"],"additionalProperties":false,"description":"An object in Google Cloud Storage, which locks itself. Credentials: `GOOGLE_APPLICATION_CREDENTIALS` or the gcloud CLI."};

function validate417(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema190.required,parentSchema:schema190,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.bucket === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "bucket"},schema:schema190.required,parentSchema:schema190,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "bucket")) || (key0 === "prefix")) || (key0 === "kmsEncryptionKey")) || (key0 === "impersonateServiceAccount"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema190,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema190.properties.type.type,parentSchema:schema190.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if("gcs" !== data0){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "gcs"},schema:"gcs",parentSchema:schema190.properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.bucket !== undefined){
let data1 = data.bucket;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/bucket",schemaPath:"#/properties/bucket/type",keyword:"type",params:{type: "string"},schema:schema190.properties.bucket.type,parentSchema:schema190.properties.bucket,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.prefix !== undefined){
let data2 = data.prefix;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/prefix",schemaPath:"#/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema190.properties.prefix.type,parentSchema:schema190.properties.prefix,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kmsEncryptionKey !== undefined){
let data3 = data.kmsEncryptionKey;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/kmsEncryptionKey",schemaPath:"#/properties/kmsEncryptionKey/type",keyword:"type",params:{type: "string"},schema:schema190.properties.kmsEncryptionKey.type,parentSchema:schema190.properties.kmsEncryptionKey,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.impersonateServiceAccount !== undefined){
let data4 = data.impersonateServiceAccount;
if(typeof data4 !== "string"){
const err8 = {instancePath:instancePath+"/impersonateServiceAccount",schemaPath:"#/properties/impersonateServiceAccount/type",keyword:"type",params:{type: "string"},schema:schema190.properties.impersonateServiceAccount.type,parentSchema:schema190.properties.impersonateServiceAccount,data:data4};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema190.type,parentSchema:schema190,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate417.errors = vErrors;
return errors === 0;
}

export const CloudBackendSpec = validate418;
const schema191 = {"type":"object","properties":{"type":{"type":"string","const":"cloud"},"organization":{"type":"string","description":"Name of the organization."},"hostname":{"type":"string","description":"Host of the service.","default":"app.terraform.io"},"project":{"type":"string","description":"Project in which a missing workspace is made."},"workspace":{"type":"string","description":"Name of the workspace: letters, digits, `_` and `-`, at most 90.","default":"{stack}"}},"required":["type","organization"],"additionalProperties":false,"description":"A workspace of HCP Terraform or Terraform Enterprise, by the `cloud` block. Credentials: `TF_TOKEN_<host>`, or `terraform login`."};

function validate418(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema191.required,parentSchema:schema191,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.organization === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "organization"},schema:schema191.required,parentSchema:schema191,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "organization")) || (key0 === "hostname")) || (key0 === "project")) || (key0 === "workspace"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema191,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema191.properties.type.type,parentSchema:schema191.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if("cloud" !== data0){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "cloud"},schema:"cloud",parentSchema:schema191.properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.organization !== undefined){
let data1 = data.organization;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type: "string"},schema:schema191.properties.organization.type,parentSchema:schema191.properties.organization,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.hostname !== undefined){
let data2 = data.hostname;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/type",keyword:"type",params:{type: "string"},schema:schema191.properties.hostname.type,parentSchema:schema191.properties.hostname,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.project !== undefined){
let data3 = data.project;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: "string"},schema:schema191.properties.project.type,parentSchema:schema191.properties.project,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.workspace !== undefined){
let data4 = data.workspace;
if(typeof data4 !== "string"){
const err8 = {instancePath:instancePath+"/workspace",schemaPath:"#/properties/workspace/type",keyword:"type",params:{type: "string"},schema:schema191.properties.workspace.type,parentSchema:schema191.properties.workspace,data:data4};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema191.type,parentSchema:schema191,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate418.errors = vErrors;
return errors === 0;
}

export const RemoteBackendSpec = validate419;
const schema192 = {"type":"object","properties":{"type":{"type":"string","const":"remote"},"organization":{"type":"string","description":"Name of the organization."},"hostname":{"type":"string","description":"Host of the service.","default":"app.terraform.io"},"workspace":{"type":"string","description":"Name of the workspace: letters, digits, `_` and `-`, at most 90.","default":"{stack}"}},"required":["type","organization"],"additionalProperties":false,"description":"As `cloud`, by the older `remote` backend; for services that speak only that. Credentials: `TF_TOKEN_<host>`."};

function validate419(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema192.required,parentSchema:schema192,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.organization === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "organization"},schema:schema192.required,parentSchema:schema192,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "type") || (key0 === "organization")) || (key0 === "hostname")) || (key0 === "workspace"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema192,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema192.properties.type.type,parentSchema:schema192.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if("remote" !== data0){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "remote"},schema:"remote",parentSchema:schema192.properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.organization !== undefined){
let data1 = data.organization;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type: "string"},schema:schema192.properties.organization.type,parentSchema:schema192.properties.organization,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.hostname !== undefined){
let data2 = data.hostname;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/type",keyword:"type",params:{type: "string"},schema:schema192.properties.hostname.type,parentSchema:schema192.properties.hostname,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.workspace !== undefined){
let data3 = data.workspace;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/workspace",schemaPath:"#/properties/workspace/type",keyword:"type",params:{type: "string"},schema:schema192.properties.workspace.type,parentSchema:schema192.properties.workspace,data:data3};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema192.type,parentSchema:schema192,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate419.errors = vErrors;
return errors === 0;
}

export const HttpBackendSpec = validate420;
const schema193 = {"type":"object","properties":{"type":{"type":"string","const":"http"},"address":{"type":"string","description":"URL of the state; holds `{stack}`, or what tells stacks apart: `https://state.example.com/{stack}`."},"updateMethod":{"$ref":"#/definitions/HttpMethod","description":"Method that stores the state.","default":"POST"},"lockAddress":{"type":"string","description":"URL of the lock. Left out: that of the state, so that no run goes without a lock."},"lockMethod":{"$ref":"#/definitions/HttpMethod","description":"Method that takes the lock.","default":"LOCK"},"unlockAddress":{"type":"string","description":"URL that gives the lock back. Left out: that of the lock."},"unlockMethod":{"$ref":"#/definitions/HttpMethod","description":"Method that gives the lock back.","default":"UNLOCK"},"retryMax":{"type":"number","description":"How often a request is tried again; at least 0.","default":2},"retryWaitMin":{"type":"number","description":"Seconds between two tries, at least; 1 when left out."},"retryWaitMax":{"type":"number","description":"Seconds between two tries, at most; 30 when left out."}},"required":["type","address"],"additionalProperties":false,"description":"A service that keeps state by REST, such as GitLab's. Credentials: `TF_HTTP_USERNAME` and `TF_HTTP_PASSWORD`."};
const schema194 = {"type":"string","enum":["POST","PUT","PATCH","DELETE","LOCK","UNLOCK"],"description":"See  {@link  HttpBackendSpec.updateMethod } ."};

function validate421(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema194.type,parentSchema:schema194,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((data === "POST") || (data === "PUT")) || (data === "PATCH")) || (data === "DELETE")) || (data === "LOCK")) || (data === "UNLOCK"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema194.enum},schema:schema194.enum,parentSchema:schema194,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate421.errors = vErrors;
return errors === 0;
}


function validate420(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema193.required,parentSchema:schema193,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.address === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "address"},schema:schema193.required,parentSchema:schema193,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema193.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema193,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema193.properties.type.type,parentSchema:schema193.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if("http" !== data0){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "http"},schema:"http",parentSchema:schema193.properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.address !== undefined){
let data1 = data.address;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"},schema:schema193.properties.address.type,parentSchema:schema193.properties.address,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.updateMethod !== undefined){
if(!(validate421(data.updateMethod, {instancePath:instancePath+"/updateMethod",parentData:data,parentDataProperty:"updateMethod",rootData}))){
vErrors = vErrors === null ? validate421.errors : vErrors.concat(validate421.errors);
errors = vErrors.length;
}
}
if(data.lockAddress !== undefined){
let data3 = data.lockAddress;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/lockAddress",schemaPath:"#/properties/lockAddress/type",keyword:"type",params:{type: "string"},schema:schema193.properties.lockAddress.type,parentSchema:schema193.properties.lockAddress,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.lockMethod !== undefined){
if(!(validate421(data.lockMethod, {instancePath:instancePath+"/lockMethod",parentData:data,parentDataProperty:"lockMethod",rootData}))){
vErrors = vErrors === null ? validate421.errors : vErrors.concat(validate421.errors);
errors = vErrors.length;
}
}
if(data.unlockAddress !== undefined){
let data5 = data.unlockAddress;
if(typeof data5 !== "string"){
const err7 = {instancePath:instancePath+"/unlockAddress",schemaPath:"#/properties/unlockAddress/type",keyword:"type",params:{type: "string"},schema:schema193.properties.unlockAddress.type,parentSchema:schema193.properties.unlockAddress,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.unlockMethod !== undefined){
if(!(validate421(data.unlockMethod, {instancePath:instancePath+"/unlockMethod",parentData:data,parentDataProperty:"unlockMethod",rootData}))){
vErrors = vErrors === null ? validate421.errors : vErrors.concat(validate421.errors);
errors = vErrors.length;
}
}
if(data.retryMax !== undefined){
let data7 = data.retryMax;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err8 = {instancePath:instancePath+"/retryMax",schemaPath:"#/properties/retryMax/type",keyword:"type",params:{type: "number"},schema:schema193.properties.retryMax.type,parentSchema:schema193.properties.retryMax,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.retryWaitMin !== undefined){
let data8 = data.retryWaitMin;
if(!((typeof data8 == "number") && (isFinite(data8)))){
const err9 = {instancePath:instancePath+"/retryWaitMin",schemaPath:"#/properties/retryWaitMin/type",keyword:"type",params:{type: "number"},schema:schema193.properties.retryWaitMin.type,parentSchema:schema193.properties.retryWaitMin,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.retryWaitMax !== undefined){
let data9 = data.retryWaitMax;
if(!((typeof data9 == "number") && (isFinite(data9)))){
const err10 = {instancePath:instancePath+"/retryWaitMax",schemaPath:"#/properties/retryWaitMax/type",keyword:"type",params:{type: "number"},schema:schema193.properties.retryWaitMax.type,parentSchema:schema193.properties.retryWaitMax,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema193.type,parentSchema:schema193,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate420.errors = vErrors;
return errors === 0;
}

export const PgBackendSpec = validate425;
const schema195 = {"type":"object","properties":{"type":{"type":"string","const":"pg"},"schemaName":{"type":"string","description":"Name of the schema; at most 63 bytes.","default":"{stack}"},"skipSchemaCreation":{"type":"boolean","description":"The schema is there, and the database user may not make one."},"skipTableCreation":{"type":"boolean","description":"The tables are there."},"skipIndexCreation":{"type":"boolean","description":"The indexes are there."}},"required":["type"],"additionalProperties":false,"description":"A schema in PostgreSQL, which advisory locks keep apart. Credentials and host: `PG_CONN_STR`."};

function validate425(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema195.required,parentSchema:schema195,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "schemaName")) || (key0 === "skipSchemaCreation")) || (key0 === "skipTableCreation")) || (key0 === "skipIndexCreation"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema195,data};
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
let data0 = data.type;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema195.properties.type.type,parentSchema:schema195.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if("pg" !== data0){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "pg"},schema:"pg",parentSchema:schema195.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.schemaName !== undefined){
let data1 = data.schemaName;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/schemaName",schemaPath:"#/properties/schemaName/type",keyword:"type",params:{type: "string"},schema:schema195.properties.schemaName.type,parentSchema:schema195.properties.schemaName,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.skipSchemaCreation !== undefined){
let data2 = data.skipSchemaCreation;
if(typeof data2 !== "boolean"){
const err5 = {instancePath:instancePath+"/skipSchemaCreation",schemaPath:"#/properties/skipSchemaCreation/type",keyword:"type",params:{type: "boolean"},schema:schema195.properties.skipSchemaCreation.type,parentSchema:schema195.properties.skipSchemaCreation,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.skipTableCreation !== undefined){
let data3 = data.skipTableCreation;
if(typeof data3 !== "boolean"){
const err6 = {instancePath:instancePath+"/skipTableCreation",schemaPath:"#/properties/skipTableCreation/type",keyword:"type",params:{type: "boolean"},schema:schema195.properties.skipTableCreation.type,parentSchema:schema195.properties.skipTableCreation,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.skipIndexCreation !== undefined){
let data4 = data.skipIndexCreation;
if(typeof data4 !== "boolean"){
const err7 = {instancePath:instancePath+"/skipIndexCreation",schemaPath:"#/properties/skipIndexCreation/type",keyword:"type",params:{type: "boolean"},schema:schema195.properties.skipIndexCreation.type,parentSchema:schema195.properties.skipIndexCreation,data:data4};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema195.type,parentSchema:schema195,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate425.errors = vErrors;
return errors === 0;
}

