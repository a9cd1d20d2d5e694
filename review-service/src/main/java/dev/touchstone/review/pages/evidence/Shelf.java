package dev.touchstone.review.pages.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.artifacts.reads.ArtifactRead;
import dev.touchstone.review.artifacts.reads.Reads;
import dev.touchstone.review.artifacts.reads.Way;
import dev.touchstone.review.artifacts.rows.AttemptFiles;
import dev.touchstone.review.artifacts.rows.EvidenceFiles;
import dev.touchstone.review.artifacts.rows.Leaf;
import dev.touchstone.review.artifacts.rows.ReadIn;
import dev.touchstone.review.artifacts.rows.Reading;
import dev.touchstone.review.artifacts.rows.Sought;
import dev.touchstone.review.pages.submission.Scene;
import io.smallrye.mutiny.Uni;

/**
 * Takes files of a review to the pages: records that the reader is given them, and only then gives what was asked for. To be
 * asked outside of any database session.
 */
@ApplicationScoped
public class Shelf {

    private static final Logger LOG = Logger.getLogger(Shelf.class);

    private final EvidenceFiles files;
    private final Reads reads;

    Shelf(EvidenceFiles files, Reads reads) {
        this.files = files;
        this.reads = reads;
    }

    /** The attempts of the stage in the round that is looked at. */
    static List<AttemptFiles> attempts(Scene scene, Stage stage) {
        return AttemptFiles.of(scene.told().events().stream().map(entry -> entry.event()).toList(), stage).stream()
                .filter(attempt -> attempt.key().round().equals(scene.view().subject().review().workflowRunId())).toList();
    }

    /** The one that is asked for, else the last; empty where there is none. */
    static Optional<AttemptFiles> attempt(Scene scene, Stage stage, Asked asked) {
        int wanted = asked.number("attempt");
        List<AttemptFiles> all = attempts(scene, stage);
        return all.stream().filter(attempt -> attempt.key().attempt() == wanted).findFirst()
                .or(() -> all.stream().max(Comparator.comparingInt(attempt -> attempt.key().attempt())));
    }

    /** The lines of a file of the attempt that fit what is asked. */
    public Uni<Taken> lines(Scene scene, Optional<ArtifactRef> file, Reading reading, Sought sought, Leaf.Span span) {
        if (file.isEmpty()) {
            return Uni.createFrom().item(new Taken.Missing());
        }
        ArtifactRef known = file.get();
        return reads.note(scene.reader(), scene.view().submissionId(), List.of(known), Way.PAGE).replaceWith(true).onFailure()
                .invoke(failure -> LOG.errorf("evidence: a read could not be recorded: %s", failure)).onFailure()
                .recoverWithItem(false).flatMap(recorded -> recorded ? take(known, reading, sought, span)
                        : Uni.createFrom().item(new Taken.Unrecorded()));
    }

    private Uni<Taken> take(ArtifactRef file, Reading reading, Sought sought, Leaf.Span span) {
        return files.read(file, reading).flatMap(read -> switch (read) {
            case ReadIn.Ready(var kept) -> files.leaf(file.digest(), reading, sought, span)
                    .<Taken> map(leaf -> new Taken.Found(file, kept, leaf));
            case ReadIn.Underway waiting -> Uni.createFrom().<Taken> item(new Taken.Underway());
            case ReadIn.Unavailable(String reason) -> Uni.createFrom().<Taken> item(new Taken.Unavailable(reason));
        });
    }

    /** A JSON file of the attempt as a whole; empty where it cannot be had. */
    Uni<Optional<JsonNode>> document(Scene scene, Optional<AttemptFiles> attempt, String name) {
        return lines(scene, attempt.flatMap(each -> each.file(name)), Reading.DOCUMENT, Sought.ALL, new Leaf.Span(false, 0, 1))
                .map(taken -> taken instanceof Taken.Found found
                        ? found.leaf().rows().stream().map(Leaf.Row::content).findFirst()
                        : Optional.empty());
    }

    Uni<List<Double>> distances(Taken taken) {
        return taken instanceof Taken.Found found ? files.distances(found.file().digest())
                : Uni.createFrom().item(List.of());
    }

    /** Who was given files of the attempt, for those who may know; the last first. */
    Uni<List<ArtifactRead>> readers(Scene scene, Optional<AttemptFiles> attempt) {
        boolean mayKnow = scene.reader().has(Roles.OPERATOR) || scene.reader().has(Roles.AUDITOR);
        List<String> digests = attempt.map(AttemptFiles::files).orElse(List.of()).stream().map(ArtifactRef::digest).toList();
        return !mayKnow || digests.isEmpty() ? Uni.createFrom().item(List.of())
                : reads.of(scene.view().submissionId())
                        .map(all -> all.stream().filter(read -> digests.contains(read.digest())).toList());
    }
}
