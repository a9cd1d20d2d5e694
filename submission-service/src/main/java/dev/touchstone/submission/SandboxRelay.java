package dev.touchstone.submission;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.ServiceKeyFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** The sandbox's guarded way out: this service itself never opens a connection to a submitted address. */
@Path("/relay")
@RegisterRestClient(configKey = "sandbox")
@RegisterProvider(ServiceKeyFilter.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface SandboxRelay {

    /** Whether the address may be called at all, with this credential; nothing is sent to it. */
    @POST
    @Path("/vet")
    Uni<Vetting> vet(Vet request);

    /** Whether anything answers there. */
    @POST
    @Path("/probe")
    Uni<Probing> probe(Address address);

    /** What stands there, as UTF-8 text. */
    @POST
    @Path("/fetch")
    Uni<Fetching> fetch(Fetch request);

    /** A document to get; {@code accept} are media ranges. */
    @RegisterForReflection
    record Fetch(URI url, String accept, long maxBytes) {
    }

    /** Either {@code fetched} with a status, whichever it is, and the content, or {@code failed} with a code and a detail. */
    @RegisterForReflection
    record Fetching(String outcome, @Nullable Integer status, @Nullable String content, @Nullable String code,
            @Nullable String detail, boolean refused) {
    }

    @RegisterForReflection
    record Address(URI url) {
    }

    /**
     * @param credential the name of a secret, null for none
     */
    @RegisterForReflection
    record Vet(URI url, @Nullable String credential) {
    }

    @RegisterForReflection
    record Vetting(boolean allowed, List<Reason> reasons) {

        public Vetting {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }
    }

    /** Reachable is any HTTP answer below 500; status is null where there was none. */
    @RegisterForReflection
    record Probing(boolean reachable, @Nullable Integer status, @Nullable Reason reason, @Nullable Long latencyMillis) {
    }

    /** Refused is what the way out said no to; otherwise it did not work. */
    @RegisterForReflection
    record Reason(String code, @Nullable String detail, boolean refused) {

        /** Whether it is about the secret and not about the address. */
        public boolean isOfCredential() {
            return code.equals("credential");
        }

        public String text() {
            return detail == null ? code : detail;
        }
    }
}
