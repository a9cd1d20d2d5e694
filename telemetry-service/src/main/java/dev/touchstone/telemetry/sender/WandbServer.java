package dev.touchstone.telemetry.sender;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.evidence.Shelf;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Refused;
import dev.touchstone.telemetry.wandb.Refusal;
import dev.touchstone.telemetry.wandb.api.Feature;
import dev.touchstone.telemetry.wandb.api.Viewer;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.filestream.FileStream;

/**
 * The W&amp;B that the operator has a key for. The key is asked about once, before the first run, and again after it was
 * refused; a project once.
 */
final class WandbServer {

    private static final Logger LOG = Logger.getLogger(WandbServer.class);

    private final WandbApi api;
    private final FileStream fileStream;
    private final Shelf shelf;
    private final Presence presence;
    private final KnownProjects projects = new KnownProjects();
    private final AtomicReference<@Nullable Set<Feature>> features = new AtomicReference<>();

    WandbServer(WandbApi api, FileStream fileStream, Shelf shelf, Presence presence) {
        this.api = api;
        this.fileStream = fileStream;
        this.shelf = shelf;
        this.presence = presence;
    }

    /**
     * For one request.
     *
     * @throws InterruptedException if another replica may write the run by now
     */
    WandbApi api() throws InterruptedException {
        presence.requireAlive();
        return api;
    }

    /**
     * For one request.
     *
     * @throws InterruptedException if another replica may write the run by now
     */
    FileStream fileStream() throws InterruptedException {
        presence.requireAlive();
        return fileStream.gzipped(has(Feature.FILESTREAM_GZIP));
    }

    /**
     * For one upload. Two at once would do no harm but work for nothing: what is there already is not uploaded again.
     *
     * @throws InterruptedException if another replica may write the run by now
     */
    Shelf shelf() throws InterruptedException {
        presence.requireAlive();
        return shelf;
    }

    /** False as long as the server was not asked. */
    boolean has(Feature feature) {
        Set<Feature> known = features.get();
        return known != null && known.contains(feature);
    }

    Set<Feature> features() {
        Set<Feature> known = features.get();
        return known == null ? Set.of() : known;
    }

    /** Accepted if the key is somebody's, and the project is not closed to him. One that is not there will be created. */
    Answer<Boolean> greet(String entity, String project) throws InterruptedException {
        return greet().then(ignored -> projects.know(entity, project) ? Answer.accepted(true)
                : api().projectExists(entity, project).then(there -> {
                    projects.add(entity, project);
                    return Answer.accepted(true);
                }));
    }

    private Answer<Boolean> greet() throws InterruptedException {
        return features.get() != null ? Answer.accepted(true)
                : api().viewer().then(viewer -> api().features().then(offered -> {
                    if (features.compareAndSet(null, offered)) {
                        describe(viewer, offered);
                    }
                    return Answer.accepted(true);
                }));
    }

    /** After a refused key nothing that was known of it counts. */
    <T> Answer<T> heard(Answer<T> answer) {
        if (answer instanceof Refused<T> refused && refused.why() == Refusal.CREDENTIAL) {
            features.set(null);
            projects.forget();
        }
        return answer;
    }

    private static void describe(Viewer viewer, Set<Feature> features) {
        LOG.infof("wandb connected user=%s entity=%s features=%s", viewer.username(), viewer.entity(), features);
    }
}
