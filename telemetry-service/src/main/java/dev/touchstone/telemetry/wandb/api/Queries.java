package dev.touchstone.telemetry.wandb.api;

/** The GraphQL documents that this client sends. They ask only for what is read. */
final class Queries {

    static final String VIEWER = "query Viewer { viewer { id entity username } }";

    static final String FEATURES = "query ServerFeaturesQuery { serverInfo { features { name isEnabled } } }";

    static final String PROJECT = """
            query GetProject($name: String!, $entity: String!) { \
            project(name: $name, entityName: $entity) { id name } }""";

    static final String UPSERT = """
            mutation UpsertBucket($id: String, $name: String, $project: String, $entity: String, $groupName: String, \
            $displayName: String, $notes: String, $commit: String, $config: JSONString, $host: String, \
            $program: String, $repo: String, $jobType: String, $tags: [String!]) { \
            upsertBucket(input: {id: $id, name: $name, groupName: $groupName, modelName: $project, \
            entityName: $entity, displayName: $displayName, notes: $notes, config: $config, commit: $commit, \
            host: $host, jobProgram: $program, jobRepo: $repo, jobType: $jobType, tags: $tags}) { \
            bucket { id name displayName project { id name entity { id name } } historyLineCount } inserted } }""";

    static final String RESUME = """
            query RunResumeStatus($project: String, $entity: String, $name: String!) { \
            model(name: $project, entityName: $entity) { id name entity { id name } \
            bucket(name: $name, missingOk: true) { id name summaryMetrics logLineCount historyLineCount \
            eventsLineCount historyTail eventsTail config tags notes wandbConfig(keys: ["t"]) } } }""";

    /** Whole lines, as they were written. The last step is not among them. */
    static final String HISTORY = """
            query HistoryPage($entity: String!, $project: String!, $run: String!, $minStep: Int64!, $maxStep: Int64!, \
            $pageSize: Int!) { project(name: $project, entityName: $entity) { run(name: $run) { \
            history(minStep: $minStep, maxStep: $maxStep, samples: $pageSize) } } }""";

    static final String ALERT = """
            mutation NotifyScriptableRunAlert($entityName: String!, $projectName: String!, $runName: String!, \
            $title: String!, $text: String!, $severity: AlertSeverity = INFO, $waitDuration: Duration) { \
            notifyScriptableRunAlert(input: {entityName: $entityName, projectName: $projectName, runName: $runName, \
            title: $title, text: $text, severity: $severity, waitDuration: $waitDuration}) { success } }""";

    static final String CREATE_FILES = """
            mutation CreateRunFiles($entity: String!, $project: String!, $run: String!, $files: [String!]!) { \
            createRunFiles(input: {entityName: $entity, projectName: $project, runName: $run, files: $files}) { \
            runID uploadHeaders files { name uploadUrl } } }""";

    static final String MARK_UPLOADED = """
            mutation MarkRunFilesUploaded($entity: String!, $project: String!, $run: String!, $files: [String!]!) { \
            markRunFilesUploaded(input: {entityName: $entity, projectName: $project, runName: $run, files: $files}) { \
            success } }""";

    private Queries() {
    }
}
