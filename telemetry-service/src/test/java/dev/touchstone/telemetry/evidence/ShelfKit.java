package dev.touchstone.telemetry.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.artifact.ArtifactDraft;
import dev.touchstone.telemetry.wandb.artifact.FileEntry;
import dev.touchstone.telemetry.wandb.artifact.LoggedArtifact;

/** What every shelf must do. */
abstract class ShelfKit {

    private final ReviewRef review = Samples.review();
    private final RunPlace run = new RunPlace(review.submissionId(), review.wandbRun(), "acme", "reviews", 0);

    abstract Shelf shelf();

    @Test
    void theSameContentIsThereOnce() throws InterruptedException {
        LoggedArtifact first = taken(shelf().log(draft("one")));
        LoggedArtifact again = taken(shelf().log(draft("one")));
        LoggedArtifact other = taken(shelf().log(draft("two")));
        assertTrue(first.uploaded());
        assertFalse(again.uploaded());
        assertEquals(first.id(), again.id());
        assertEquals(first.digest(), again.digest());
        assertFalse(other.digest().equals(first.digest()));
    }

    @Test
    void anArtifactCanBeUsedAgainAndAgain() throws InterruptedException {
        LoggedArtifact logged = taken(shelf().log(draft("one")));
        assertEquals(logged.id(), taken(shelf().use(run, logged.id())));
        assertEquals(logged.id(), taken(shelf().use(run, logged.id())));
    }

    @Test
    void filesAreThereByTheirNames() throws InterruptedException {
        Map<String, Content> files = Map.of("media/table/security/cases_1_ab.table.json", Content.of("{}"));
        assertEquals(List.copyOf(files.keySet()), taken(shelf().files(run, files)));
        assertEquals(List.copyOf(files.keySet()), taken(shelf().files(run, files)));
    }

    @Test
    void anAlertIsTaken() throws InterruptedException {
        assertTrue(taken(shelf().alert(run, new Plan.Alert("title", "text", Level.ERROR))));
    }

    private ArtifactDraft draft(String content) {
        return new ArtifactDraft("acme", "reviews", run.wandbId(), "security", "trip-planner-security", "", List.of("round-1"),
                Map.of(), List.of(new FileEntry("report.jsonl", Content.of(content))), 3);
    }

    private static <T> T taken(Answer<T> answer) {
        if (answer instanceof Accepted<T> accepted) {
            return accepted.value();
        }
        throw new AssertionError(answer.toString());
    }
}
