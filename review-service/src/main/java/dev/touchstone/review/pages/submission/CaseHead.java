package dev.touchstone.review.pages.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.CaseState;
import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Digest;

/**
 * What stands above every page of one review; {@code case.html} shows it.
 *
 * @param tab the page that is looked at
 */
public record CaseHead(String id, Named agent, Standing standing, Run run, Source source, Tab tab) {

    public List<Tab> tabs() {
        return List.of(Tab.values());
    }

    /** Where a page of the same round is. */
    public String href(Tab other) {
        return other.path(id) + (standing.rounds().past() ? "?round=" + standing.rounds().shown() : "");
    }

    public String judge() {
        return href(Tab.JUDGE);
    }

    /**
     * @param agentId empty where the agent has no other name yet
     * @param page of all its revisions
     */
    public record Named(Shown name, Shown agentId, Shown revision, String page) {
    }

    public record Standing(CaseState state, Shown reason, String workflowRunId, Rounds rounds) {
    }

    /**
     * @param shown the number of the round on this page
     * @param past whether another one followed it
     */
    public record Rounds(int shown, boolean past, List<Round> all) {
    }

    public record Round(int number, String href, CaseState state, boolean shown) {
    }

    /**
     * The W&amp;B run.
     *
     * @param alias the id that W&amp;B has it under; empty where that is its own
     * @param artifacts those that W&amp;B has, and those that it will not have
     */
    public record Run(Shown name, Shown alias, RunTold told, RunLinks links, List<RunArtifact> artifacts) {
    }

    /**
     * @param state of {@code unknown}, {@code online}, {@code catching-up}, {@code offline}
     * @param cause the key of a cause; empty where none was told
     * @param reason in telemetry's words; empty where they say no more than the cause
     */
    public record RunTold(String state, String cause, Shown reason, boolean stopped) {
    }

    /** Each null where there is none that a page may link to. */
    public record RunLinks(@Nullable String run, @Nullable String workspace, @Nullable String artifacts,
            @Nullable String offlineArchive) {
    }

    /**
     * @param digest of W&amp;B's manifest; null where W&amp;B will not have it, for the reason
     */
    public record RunArtifact(Shown name, Shown type, @Nullable Digest digest, Shown reason) {
    }

    /** Where the agent comes from; empty text where that was not told. */
    public record Source(Shown organization, Shown repository, Shown commit, Endpoint endpoint, Shown policy) {
    }

    /**
     * @param cut whether parts were left out that may hold keys
     */
    public record Endpoint(Shown address, boolean cut) {
    }
}
