package dev.touchstone.review.artifacts.rows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.review.artifacts.Fetched;
import dev.touchstone.review.artifacts.StageFiles;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Gives out the lines of the stages' files, and reads in what is not kept yet: each file once at a time in a replica, outside
 * of
 * any database session, and on even when nobody waits for it any more. Whoever asks has made sure that the reader may see the
 * file, and that the read is recorded.
 */
@ApplicationScoped
public class EvidenceFiles {

    private static final Logger LOG = Logger.getLogger(EvidenceFiles.class);
    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

    private final StageFiles files;
    private final Rows rows;
    private final EvidenceConfig config;
    private final Map<FileKey, CompletableFuture<ReadIn>> underway = new ConcurrentHashMap<>();

    EvidenceFiles(StageFiles files, Rows rows, EvidenceConfig config) {
        this.files = files;
        this.rows = rows;
        this.config = config;
    }

    void forgetFromTimeToTime(@Observes StartupEvent start) {
        Multi.createFrom().ticks().every(BETWEEN_FORGETTING).onOverflow().drop().onItem()
                .transformToUniAndConcatenate(tick -> rows.forget()
                        .onFailure()
                        .invoke(failure -> LOG.warnf("evidence: nothing forgotten, trying again later: %s", failure))
                        .onFailure().recoverWithNull())
                .subscribe().with(forgotten -> {
                });
    }

    /** Waits for a file that is not kept yet, but not longer than a page may take. */
    public Uni<ReadIn> read(ArtifactRef file, Reading reading) {
        FileKey key = new FileKey(file.digest(), reading);
        return rows.find(key).flatMap(found -> found.<Uni<ReadIn>> map(kept -> Uni.createFrom().item(new ReadIn.Ready(kept)))
                .orElseGet(() -> waitFor(begin(file, key))));
    }

    /** Does not wait: begins with a file that is not kept yet, and says so. */
    Uni<ReadIn> look(ArtifactRef file, Reading reading) {
        FileKey key = new FileKey(file.digest(), reading);
        return rows.find(key).map(found -> found.<ReadIn> map(ReadIn.Ready::new)
                .orElseGet(() -> begin(file, key).getNow(new ReadIn.Underway())));
    }

    /** Of a file that was read in. */
    public Uni<Leaf> leaf(String digest, Reading reading, Sought sought, Leaf.Span span) {
        return rows.leaf(new FileKey(digest, reading), sought, span);
    }

    /** The distances of scenarios that were read in, one for each line; negative where none was measured. */
    public Uni<List<Double>> distances(String digest) {
        return rows.weights(new FileKey(digest, Reading.SCENARIOS));
    }

    Uni<List<Leaf.Row>> troubling(String digest, Reading reading, int most) {
        return rows.troubling(new FileKey(digest, reading), most);
    }

    private Uni<ReadIn> waitFor(CompletableFuture<ReadIn> work) {
        // A copy: who stops waiting does not stop the work.
        return Uni.createFrom().completionStage(work::copy).ifNoItem().after(config.patience())
                .recoverWithItem(new ReadIn.Underway());
    }

    private CompletableFuture<ReadIn> begin(ArtifactRef file, FileKey key) {
        CompletableFuture<ReadIn> mine = new CompletableFuture<>();
        CompletableFuture<ReadIn> others = underway.putIfAbsent(key, mine);
        if (others != null) {
            return others;
        }
        readIn(file, key).onTermination().invoke(() -> underway.remove(key)).subscribe().with(mine::complete,
                mine::completeExceptionally);
        return mine;
    }

    private Uni<ReadIn> readIn(ArtifactRef file, FileKey key) {
        return files.at(file.url(), file.digest())
                .orElseGet(() -> Uni.createFrom().item(new Fetched.Unavailable("its address is not one of the services'")))
                .flatMap(fetched -> switch (fetched) {
                    case Fetched.File(var content) -> rows.keep(key, content.getBytes()).<ReadIn> map(ReadIn.Ready::new);
                    case Fetched.Unavailable(String reason) -> Uni.createFrom().<ReadIn> item(new ReadIn.Unavailable(reason));
                })
                .onFailure().recoverWithItem(failure -> {
                    LOG.warnf("evidence: %s could not be kept: %s", key.digest(), failure);
                    return new ReadIn.Unavailable("it could not be stored to be looked at");
                });
    }
}
