package dev.touchstone.sandbox.functional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down where it is known that no functional stage can be carried out, so that a rollout with a wrong path stops. */
@Readiness
@ApplicationScoped
class EmbeddingsReadiness implements HealthCheck {

    private final OnnxEmbeddings embeddings;

    EmbeddingsReadiness(OnnxEmbeddings embeddings) {
        this.embeddings = embeddings;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("embedding model");
        return embeddings.knownFault().map(reason -> response.down().withData("reason", reason).build())
                .orElseGet(() -> response.up().build());
    }
}
