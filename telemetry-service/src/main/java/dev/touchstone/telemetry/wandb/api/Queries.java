package dev.touchstone.telemetry.wandb.api;

/** The GraphQL documents that this client sends. They ask only for what is read. */
final class Queries {

    static final String VIEWER = "query Viewer { viewer { id entity username } }";

    static final String FEATURES = "query ServerFeaturesQuery { serverInfo { features { name isEnabled } } }";

    static final String UPSERT = """
            mutation UpsertBucket($id: String, $name: String, $project: String, $entity: String, $groupName: String, \
            $displayName: String, $notes: String, $commit: String, $config: JSONString, $repo: String, \
            $jobType: String, $tags: [String!]) { \
            upsertBucket(input: {id: $id, name: $name, groupName: $groupName, modelName: $project, \
            entityName: $entity, displayName: $displayName, notes: $notes, config: $config, commit: $commit, \
            jobRepo: $repo, jobType: $jobType, tags: $tags}) { \
            bucket { id name displayName project { id name entity { id name } } historyLineCount } inserted } }""";

    static final String RESUME = """
            query RunResumeStatus($project: String, $entity: String, $name: String!) { \
            model(name: $project, entityName: $entity) { id name entity { id name } \
            bucket(name: $name, missingOk: true) { id name summaryMetrics historyLineCount historyTail \
            wandbConfig(keys: ["t"]) } } }""";

    private Queries() {
    }
}
