package dev.touchstone.review.agents;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.review.CaseView;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Cases;
import io.smallrye.mutiny.Uni;

/** Finds the reviews of an agent. Works in the caller's session. */
@ApplicationScoped
public class AgentCases {

    /** More revisions than anybody compares; the list says where it was cut. */
    private static final int MOST = 50;

    private final Cases cases;

    AgentCases(Cases cases) {
        this.cases = cases;
    }

    /** Empty where the agent is not known, or nothing of it is in sight. */
    public Uni<Optional<AgentReviews>> of(String agentId, Sight sight) {
        return cases.ofAgent(agentId, sight, MOST + 1).map(views -> views.isEmpty() ? Optional.empty()
                : Optional.of(reviews(agentId, views)));
    }

    private static AgentReviews reviews(String agentId, List<CaseView> views) {
        return new AgentReviews(agentId, views.stream().limit(MOST).toList(), views.size() > MOST);
    }
}
