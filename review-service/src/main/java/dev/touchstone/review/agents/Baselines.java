package dev.touchstone.review.agents;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;

import dev.touchstone.review.Sight;
import dev.touchstone.review.artifacts.QuickLook;
import dev.touchstone.review.artifacts.ServicesConfig;
import io.smallrye.mutiny.Uni;

/** Asks submission-service for an agent's baseline. Never fails. */
@ApplicationScoped
public class Baselines {

    private final URI service;
    private final QuickLook look;

    Baselines(ServicesConfig services, QuickLook look) {
        this.service = services.submissionUrl();
        this.look = look;
    }

    public Uni<Baseline> of(String agentId, Sight sight) {
        // One revision: the baseline stands beside them, and they may be many.
        URI address = UriBuilder.fromUri(service).path("api/v1/agents/{agent}").queryParam("limit", 1).build(agentId);
        return look.at(address).map(agent -> agent.map(json -> Baseline.of(json, sight)).orElse(new Baseline.Unknown()));
    }
}
