package dev.touchstone.review.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;

/**
 * The reviews of one agent that somebody may know of.
 *
 * @param views the last begun first; at least one
 * @param cut whether there are older ones that are not here
 */
public record AgentReviews(String agentId, List<CaseView> views, boolean cut) {

    public AgentReviews {
        views = List.copyOf(views);
    }

    /** As its latest card says, or its id. */
    public String displayName() {
        return views.getFirst().subject().displayName();
    }

    /** The latest review of each revision, the oldest revision first. */
    public List<CaseView> byRevision() {
        Map<String, CaseView> latest = new LinkedHashMap<>();
        views.forEach(view -> latest.putIfAbsent(revision(view), view));
        return List.copyOf(latest.values()).reversed();
    }

    /** The two named revisions, or the last two where none is named; empty where there are no two, or one is unknown. */
    public Optional<Comparison> compare(@Nullable String left, @Nullable String right) {
        List<CaseView> revisions = byRevision();
        if (left == null && right == null) {
            return revisions.size() < 2 ? Optional.empty()
                    : Optional.of(Comparison.of(revisions.get(revisions.size() - 2), revisions.getLast()));
        }
        return find(left).flatMap(first -> find(right).map(second -> Comparison.of(first, second)));
    }

    private Optional<CaseView> find(@Nullable String revision) {
        return views.stream().filter(view -> revision(view).equals(revision)).findFirst();
    }

    static String revision(CaseView view) {
        return view.subject().review().revision();
    }

    /** 0 to 100; null where none was calculated. */
    public static @Nullable Double trust(CaseView view) {
        return Comparison.trust(view);
    }

    /** 0 to 100; null where the stage told none. */
    public static @Nullable Double score(CaseView view, Stage stage) {
        Double share = Comparison.score(view, stage);
        return share == null ? null : share * 100;
    }
}
