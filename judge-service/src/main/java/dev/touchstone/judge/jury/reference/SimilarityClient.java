package dev.touchstone.judge.jury.reference;

import java.util.List;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.ServiceKeyFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The comparisons of sandbox-service. */
@RegisterRestClient(configKey = "similarities")
@RegisterProvider(ServiceKeyFilter.class)
@Path("/similarities")
interface SimilarityClient {

    @POST
    Answer compare(Request request);

    @RegisterForReflection
    record Request(List<Similarities.Texts> pairs) {
    }

    /** @param model null where none is usable there */
    @RegisterForReflection
    record Answer(Similarities.@Nullable Model model, @Nullable List<@Nullable Pair> pairs) {
    }

    /** As of {@link Similarities.Measured}; nothing in it is sure before it was looked at. */
    @RegisterForReflection
    record Pair(@Nullable Double overlap, @Nullable Double embedding, @Nullable List<@Nullable String> shared,
            @Nullable List<Similarities.@Nullable Fact> facts, @Nullable Boolean contradicted) {
    }
}
