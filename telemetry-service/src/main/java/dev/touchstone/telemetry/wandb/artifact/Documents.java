package dev.touchstone.telemetry.wandb.artifact;

/** The GraphQL documents of artifacts. They ask only for what is read. */
final class Documents {

    static final String CREATE = """
            mutation CreateArtifact($input: CreateArtifactInput!) { createArtifact(input: $input) { \
            artifact { id state artifactSequence { latestArtifact { id } } } } }""";

    static final String MANIFEST = """
            mutation CreateArtifactManifest($artifactID: ID!, $baseArtifactID: ID, $name: String!, $digest: String!, \
            $entityName: String!, $projectName: String!, $runName: String!, $manifestType: ArtifactManifestType!, \
            $includeUpload: Boolean!) { createArtifactManifest(input: {artifactID: $artifactID, \
            baseArtifactID: $baseArtifactID, name: $name, digest: $digest, entityName: $entityName, \
            projectName: $projectName, runName: $runName, type: $manifestType}) { artifactManifest { id file { id \
            uploadUrl @include(if: $includeUpload) uploadHeaders @include(if: $includeUpload) } } } }""";

    private static final String FILES_ANSWER = """
            files { edges { node { storagePath uploadUrl uploadHeaders \
            uploadMultipartUrls { uploadID uploadUrlParts { partNumber uploadUrl } } artifact { id } } } }""";

    static final String FILES = "mutation CreateArtifactFiles($input: CreateArtifactFilesInput!) { "
            + "createArtifactFiles(input: $input) { " + FILES_ANSWER + " } }";

    /** For servers that do not know all members of the input which the newer form sends. */
    static final String FILES_OLDER = "mutation CreateArtifactFiles($artifactFiles: [CreateArtifactFileSpecInput!]!, "
            + "$storageLayout: ArtifactStorageLayout!) { createArtifactFiles(input: {artifactFiles: $artifactFiles, "
            + "storageLayout: $storageLayout}) { " + FILES_ANSWER + " } }";

    static final String COMPLETE_PARTS = """
            mutation CompleteMultipartUploadArtifact($completeMultipartAction: CompleteMultipartAction!, \
            $completedParts: [UploadPartsInput!]!, $artifactID: ID!, $storagePath: String!, $uploadID: String!) { \
            completeMultipartUploadArtifact(input: {completeMultipartAction: $completeMultipartAction, \
            completedParts: $completedParts, artifactID: $artifactID, storagePath: $storagePath, \
            uploadID: $uploadID}) { digest } }""";

    static final String COMMIT = """
            mutation CommitArtifact($artifactID: ID!) { commitArtifact(input: {artifactID: $artifactID}) { \
            artifact { id digest } } }""";

    static final String USE = """
            mutation UseArtifact($input: UseArtifactInput!) { useArtifact(input: $input) { artifact { id } } }""";

    static final String LINK = """
            mutation LinkArtifact($artifactPortfolioName: String!, $entityName: String!, $projectName: String!, \
            $aliases: [ArtifactAliasInput!], $clientId: ID, $artifactId: ID) { linkArtifact(input: { \
            artifactPortfolioName: $artifactPortfolioName, entityName: $entityName, projectName: $projectName, \
            aliases: $aliases, artifactID: $artifactId, clientID: $clientId}) { versionIndex } }""";

    static final String ORGANIZATION = """
            query FetchOrgEntityFromEntity($entityName: String!) { entity(name: $entityName) { \
            organization { name orgEntity { name } } } }""";

    private Documents() {
    }
}
