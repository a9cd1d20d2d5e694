package dev.touchstone.review.artifacts.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.review.StageAttempt;

/**
 * The files of one attempt of one stage, as its events told of them.
 *
 * @param files in the order in which they were told of
 */
public record AttemptFiles(StageAttempt.Key key, List<ArtifactRef> files) {

    public AttemptFiles {
        files = List.copyOf(files);
    }

    /**
     * Every attempt of the stage that was heard of, in the timeline's order, also those without files.
     *
     * @param timeline in its order
     */
    public static List<AttemptFiles> of(List<StageEvent> timeline, Stage stage) {
        Map<StageAttempt.Key, List<ArtifactRef>> attempts = new LinkedHashMap<>();
        for (StageEvent event : timeline) {
            if (event.stage() == stage) {
                List<ArtifactRef> known = attempts.computeIfAbsent(
                        new StageAttempt.Key(event.review().workflowRunId(), stage, event.attempt()), key -> new ArrayList<>());
                // Those of a request are earlier stages'.
                if (!(event.body() instanceof Requested)) {
                    event.evidence().artifacts().stream().filter(file -> !known.contains(file)).forEach(known::add);
                }
            }
        }
        return attempts.entrySet().stream().map(each -> new AttemptFiles(each.getKey(), each.getValue())).toList();
    }

    /** The last of this name that was told of. */
    public Optional<ArtifactRef> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).reduce((earlier, later) -> later);
    }
}
