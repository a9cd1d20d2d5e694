package dev.touchstone.local.wandb;

import java.util.Map;

/** The documents of a client, by the names of their operations. */
final class Documents {

    private static final String RUN = "entityName: $entity, projectName: $project, runName: $run";
    private static final String ARTIFACT = "id digest state versionIndex metadata aliases { alias } artifactType { name }"
            + " artifactSequence { name latestArtifact { id } }";

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("UpsertBucket", """
                    mutation UpsertBucket($id: String, $name: String, $project: String, $entity: String, $groupName: String,
                      $description: String, $displayName: String, $notes: String, $commit: String, $config: JSONString,
                      $host: String, $debug: Boolean, $program: String, $repo: String, $jobType: String, $state: String,
                      $sweep: String, $tags: [String!], $summaryMetrics: JSONString) {
                      upsertBucket(input: {id: $id, name: $name, modelName: $project, entityName: $entity,
                        groupName: $groupName, description: $description, displayName: $displayName, notes: $notes,
                        commit: $commit, config: $config, host: $host, debug: $debug, jobProgram: $program, jobRepo: $repo,
                        jobType: $jobType, state: $state, sweep: $sweep, tags: $tags, summaryMetrics: $summaryMetrics}) {
                        inserted
                        bucket { id name displayName description config sweepName historyLineCount
                          project { id name entity { id name } } }
                      }
                    }"""),
            Map.entry("Viewer", "query Viewer { viewer { id entity username email flags teams { edges { node { name } } } } }"),
            Map.entry("ServerFeaturesQuery", "query ServerFeaturesQuery { serverInfo { features { name isEnabled } } }"),
            Map.entry("RunResumeStatus", """
                    query RunResumeStatus($project: String, $entity: String, $name: String!) {
                      model(name: $project, entityName: $entity) { id name entity { id name }
                        bucket(name: $name, missingOk: true) { id name summaryMetrics displayName logLineCount
                          historyLineCount eventsLineCount historyTail eventsTail config tags notes
                          wandbConfig(keys: ["t"]) } } }"""),
            Map.entry("RunStoppedStatus", "query RunStoppedStatus($entityName: String, $projectName: String, $runId: String!) "
                    + "{ project(name: $projectName, entityName: $entityName) { run(name: $runId) { stopped } } }"),
            Map.entry("CreateRunFiles", "mutation CreateRunFiles($entity: String!, $project: String!, $run: String!, "
                    + "$files: [String!]!) { createRunFiles(input: {" + RUN + ", files: $files}) "
                    + "{ runID uploadHeaders files { name uploadUrl } } }"),
            Map.entry("MarkRunFilesUploaded", "mutation MarkRunFilesUploaded($entity: String!, $project: String!, "
                    + "$run: String!, $files: [String!]!) { markRunFilesUploaded(input: {" + RUN
                    + ", files: $files}) { success } }"),
            Map.entry("NotifyScriptableRunAlert", """
                    mutation NotifyScriptableRunAlert($entityName: String!, $projectName: String!, $runName: String!,
                      $title: String!, $text: String!, $severity: AlertSeverity = INFO, $waitDuration: Duration) {
                      notifyScriptableRunAlert(input: {entityName: $entityName, projectName: $projectName, runName: $runName,
                        title: $title, text: $text, severity: $severity, waitDuration: $waitDuration}) { success } }"""),
            Map.entry("StopRun", "mutation StopRun($id: ID!) { stopRun(input: {id: $id}) { success } }"),
            Map.entry("deleteRun", "mutation deleteRun($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }"),
            Map.entry("UpdateRunState", "mutation UpdateRunState($input: UpdateRunStateInput!) "
                    + "{ updateRunState(input: $input) { success } }"),
            Map.entry("RewindRun", "mutation RewindRun($runName: String!, $entity: String, $project: String, "
                    + "$metricName: String!, $metricValue: Float!) { rewindRun(input: {runName: $runName, entityName: $entity, "
                    + "projectName: $project, metricName: $metricName, metricValue: $metricValue}) "
                    + "{ rewoundRun { id historyLineCount } } }"),
            Map.entry("CreateArtifact", "mutation CreateArtifact($input: CreateArtifactInput!) { createArtifact(input: $input) "
                    + "{ ...Created } } fragment Created on CreateArtifactPayload "
                    + "{ artifact { id state artifactSequence { latestArtifact { id } } } }"),
            Map.entry("CreateArtifactManifest", """
                    mutation CreateArtifactManifest($artifactID: ID!, $baseArtifactID: ID, $name: String!, $digest: String!,
                      $entityName: String!, $projectName: String!, $runName: String!, $manifestType: ArtifactManifestType!,
                      $includeUpload: Boolean!) {
                      createArtifactManifest(input: {artifactID: $artifactID, baseArtifactID: $baseArtifactID, name: $name,
                        digest: $digest, entityName: $entityName, projectName: $projectName, runName: $runName,
                        type: $manifestType}) {
                        artifactManifest { id file { id uploadUrl @include(if: $includeUpload)
                          uploadHeaders @include(if: $includeUpload) } } } }"""),
            Map.entry("CreateArtifactFiles", "mutation CreateArtifactFiles($input: CreateArtifactFilesInput!) "
                    + "{ createArtifactFiles(input: $input) { " + files() + " } }"),
            Map.entry("CreateArtifactFilesByList", "mutation CreateArtifactFiles($artifactFiles: "
                    + "[CreateArtifactFileSpecInput!]!, $storageLayout: ArtifactStorageLayout!) { createArtifactFiles(input: "
                    + "{artifactFiles: $artifactFiles, storageLayout: $storageLayout}) { " + files() + " } }"),
            Map.entry("CommitArtifact", "mutation CommitArtifact($artifactID: ID!) { commitArtifact(input: {artifactID: "
                    + "$artifactID}) { artifact { id digest } } }"),
            Map.entry("UseArtifact", "mutation UseArtifact($input: UseArtifactInput!) { useArtifact(input: $input) "
                    + "{ artifact { id } } }"),
            Map.entry("LinkArtifact", "mutation LinkArtifact($artifactPortfolioName: String!, $entityName: String!, "
                    + "$projectName: String!, $aliases: [ArtifactAliasInput!], $clientId: ID, $artifactId: ID) "
                    + "{ linkArtifact(input: {artifactPortfolioName: $artifactPortfolioName, entityName: $entityName, "
                    + "projectName: $projectName, aliases: $aliases, artifactID: $artifactId, clientID: $clientId}) "
                    + "{ versionIndex } }"),
            Map.entry("CompleteMultipartUploadArtifact", "mutation CompleteMultipartUploadArtifact($completeMultipartAction: "
                    + "CompleteMultipartAction!, $completedParts: [UploadPartsInput!]!, $artifactID: ID!, "
                    + "$storagePath: String!, $uploadID: String!) { completeMultipartUploadArtifact(input: "
                    + "{completeMultipartAction: $completeMultipartAction, completedParts: $completedParts, artifactID: "
                    + "$artifactID, storagePath: $storagePath, uploadID: $uploadID}) { digest } }"),
            Map.entry("ClientIDMapping", "query ClientIDMapping($clientID: ID!) { clientIDMapping(clientID: $clientID) "
                    + "{ serverID } }"),
            Map.entry("ArtifactManifest", "query ArtifactManifest($artifact_id: ID!) { artifact(id: $artifact_id) "
                    + "{ currentManifest { file { directUrl } } } }"),
            Map.entry("ArtifactFileURLs", "query ArtifactFileURLs($id: ID!, $cursor: String, $perPage: Int) "
                    + "{ artifact(id: $id) { files(after: $cursor, first: $perPage) { pageInfo { hasNextPage endCursor } "
                    + "edges { node { name directUrl } } } } }"),
            Map.entry("ArtifactByName", "query ArtifactByName($entity: String, $project: String!, $name: String!) "
                    + "{ project(name: $project, entityName: $entity) { artifact(name: $name) { " + ARTIFACT + " } } }"),
            Map.entry("Runs", """
                    query Runs($project: String!, $entity: String!, $cursor: String, $perPage: Int = 50, $order: String,
                      $filters: JSONString) { project(name: $project, entityName: $entity) { runCount(filters: $filters)
                        runs(filters: $filters, after: $cursor, first: $perPage, order: $order) {
                          edges { node { name state } cursor } pageInfo { endCursor hasNextPage } } } }"""),
            Map.entry("RunSampledHistory", """
                    query RunSampledHistory($project: String!, $entity: String!, $name: String!, $specs: [JSONString!]!) {
                      project(name: $project, entityName: $entity) { run(name: $name) { sampledHistory(specs: $specs) } } }"""),
            Map.entry("HistoryPage", """
                    query HistoryPage($entity: String!, $project: String!, $run: String!, $minStep: Int64!, $maxStep: Int64!,
                      $pageSize: Int!) { project(name: $project, entityName: $entity) { run(name: $run) {
                        history(minStep: $minStep, maxStep: $maxStep, samples: $pageSize) } } }"""),
            Map.entry("RunConsoleLogTail", """
                    query RunConsoleLogTail($entity: String!, $project: String!, $runName: String!, $last: Int!) {
                      project(name: $project, entityName: $entity) { run(name: $runName) { logLineCount
                        logLines(last: $last) { edges { node { number timestamp level label line } } } } } }"""),
            Map.entry("RunUploadUrls", """
                    query RunUploadUrls($name: String!, $files: [String]!, $entity: String, $run: String!) {
                      model(name: $name, entityName: $entity) { bucket(name: $run) { id files(names: $files) {
                        uploadHeaders edges { node { name url(upload: true) updatedAt } } } } } }"""));

    private Documents() {
    }

    private static String files() {
        return "files { edges { node { storagePath uploadUrl uploadHeaders "
                + "uploadMultipartUrls { uploadID uploadUrlParts { partNumber uploadUrl } } artifact { id } } } }";
    }

    /** An operation that the service does not have where there is no text for the name. */
    static String of(String operation) {
        return TEXTS.getOrDefault(operation, "query " + operation + " { " + operation + " }");
    }
}
