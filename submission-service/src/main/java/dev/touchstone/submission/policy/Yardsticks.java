package dev.touchstone.submission.policy;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Puts together what a round is measured by now. Joins the caller's transaction. */
@ApplicationScoped
public class Yardsticks {

    private final Policies policies;
    private final Baselines baselines;

    Yardsticks(Policies policies, Baselines baselines) {
        this.policies = policies;
        this.baselines = baselines;
    }

    /** The active policy, and the agent's baseline. */
    public Uni<Yardstick> of(String agentId) {
        return policies.active()
                .flatMap(policy -> baselines.baseline(agentId).map(baseline -> new Yardstick(policy, baseline)));
    }
}
