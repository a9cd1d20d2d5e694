package dev.touchstone.telemetry.wandb.artifact;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.api.Feature;
import dev.touchstone.telemetry.wandb.api.GraphQl;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.artifact.ArtifactOperations.Created;

/**
 * Artifacts of one W&amp;B. Synchronous, for any number of threads. Every call may be repeated, by anybody, after a lost
 * answer or a crash: nothing is remembered here that W&amp;B does not know. Retries are the caller's.
 */
public final class Artifacts {

    private final WandbApi api;
    private final ArtifactOperations operations;
    private final Uploads uploads;
    private final ClientIds ids;
    private final PartSize partSize;

    /** Asked for when first needed; a server does not lose features while we talk to it. */
    private volatile @Nullable Set<Feature> features;

    /**
     * @param partSize usually {@link PartSize#DEFAULT}
     * @param idleLimit after which the upload of a file is given up if it does not move
     */
    public Artifacts(WandbHttp http, ClientIds ids, PartSize partSize, Duration idleLimit) {
        this.api = new WandbApi(http);
        this.operations = new ArtifactOperations(new GraphQl(http));
        this.uploads = new Uploads(http, idleLimit);
        this.ids = ids;
        this.partSize = partSize;
    }

    /**
     * Makes a version of an artifact, unless the collection has one with this content: then that one gets the aliases
     * and nothing is uploaded. Files that W&amp;B has from elsewhere are not uploaded either. A call that was not accepted
     * left at most a version that nobody sees; the next one goes on with it.
     *
     * @throws InterruptedException if the thread was asked to stop; what was uploaded stays for the next call
     */
    public Answer<LoggedArtifact> log(ArtifactDraft draft) throws InterruptedException {
        Manifest manifest = Manifest.of(draft.files());
        String digest = manifest.digest();
        return operations.create(CreateInput.of(draft, digest, ids)).then(created -> created.committed()
                ? Answer.accepted(new LoggedArtifact(created.id(), digest, false))
                : filled(draft, manifest, created).then(committed -> Answer
                        .accepted(new LoggedArtifact(created.id(), digest, true))));
    }

    private Answer<String> filled(ArtifactDraft draft, Manifest manifest, Created created) throws InterruptedException {
        List<FileEntry> files = draft.files().stream().filter(FileEntry.class::isInstance).map(FileEntry.class::cast)
                .toList();
        return operations.reserveManifest(draft, created)
                .then(manifestId -> new FileUploads(operations, uploads, partSize).upload(created.id(), manifestId, files))
                .then(births -> uploadManifest(draft, created, Content.of(manifest.bornIn(births).toJson())))
                .then(uploaded -> operations.commit(created.id()));
    }

    private Answer<Content> uploadManifest(ArtifactDraft draft, Created created, Content manifest)
            throws InterruptedException {
        return operations.manifestPlace(draft, created, manifest.md5().base64()).then(way -> switch (way) {
            case UploadPlace.Way.Whole(String address, List<String> headers) -> uploads.put(address, headers, manifest)
                    .then(stored -> Answer.accepted(manifest));
            case UploadPlace.Way.Nothing() -> Answer.accepted(manifest);
            case UploadPlace.Way.Parts ignored -> GraphQl.unexpected("CreateArtifactManifest");
        });
    }

    /**
     * Says that a run uses an artifact of its own project, which draws the line between the two in W&amp;B's lineage.
     *
     * @param wandbId the run's id as W&amp;B has it
     * @param artifactId as {@link LoggedArtifact#id} has it
     * @return the artifact's id
     */
    public Answer<String> use(String entity, String project, String wandbId, String artifactId)
            throws InterruptedException {
        return features().then(names -> {
            Map<String, @Nullable Object> input = new LinkedHashMap<>();
            if (names.contains(Feature.USE_ARTIFACT_WITH_ENTITY_AND_PROJECT_INFORMATION)) {
                input.put("artifactEntityName", entity);
                input.put("artifactProjectName", project);
            }
            input.put("artifactID", artifactId);
            input.put("clientMutationId", null);
            input.put("entityName", entity);
            input.put("projectName", project);
            input.put("runName", wandbId);
            input.put("usedAs", null);
            return operations.use(input);
        });
    }

    /**
     * Puts a version into a portfolio or a registry.
     *
     * @return its number there, from 0; empty where the server does not say
     */
    public Answer<Optional<Integer>> link(String artifactId, Portfolio portfolio) throws InterruptedException {
        Answer<String> owner = portfolio.isInRegistry() ? operations.organizationOf(portfolio.entity())
                : Answer.accepted(portfolio.entity());
        return owner.then(entity -> {
            Map<String, @Nullable Object> variables = new LinkedHashMap<>();
            variables.put("artifactPortfolioName", portfolio.name());
            variables.put("entityName", entity);
            variables.put("projectName", portfolio.project());
            variables.put("aliases", CreateInput.aliases(portfolio.name(), portfolio.aliases()));
            variables.put("clientId", null);
            variables.put("artifactId", artifactId);
            return operations.link(variables);
        });
    }

    private Answer<Set<Feature>> features() throws InterruptedException {
        Set<Feature> known = features;
        if (known != null) {
            return Answer.accepted(known);
        }
        Answer<Set<Feature>> answer = api.features();
        if (answer instanceof Accepted<Set<Feature>>(Set<Feature> names, Duration ignored)) {
            features = names;
        }
        return answer;
    }
}
