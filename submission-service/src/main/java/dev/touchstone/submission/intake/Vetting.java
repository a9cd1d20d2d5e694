package dev.touchstone.submission.intake;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.SandboxRelay;
import io.smallrye.mutiny.Uni;

/** Asks the sandbox whether an endpoint may be called, and does not wait for it for long. */
@ApplicationScoped
class Vetting {

    private static final Logger LOG = Logger.getLogger(Vetting.class);

    private final SandboxRelay relay;
    private final IntakeConfig config;

    Vetting(@RestClient SandboxRelay relay, IntakeConfig config) {
        this.relay = relay;
        this.config = config;
    }

    /** The sandbox's answer, or that there was none. */
    sealed interface Answer {

        record Allowed() implements Answer {
        }

        record Refused(List<SandboxRelay.Reason> reasons) implements Answer {

            public Refused {
                reasons = List.copyOf(reasons);
            }
        }

        record Silent() implements Answer {
        }
    }

    /**
     * @param credential the name of a secret that would be sent there, null for none
     */
    Uni<Answer> vet(URI endpoint, @Nullable String credential) {
        return relay.vet(new SandboxRelay.Vet(endpoint, credential)).map(Vetting::answer)
                .ifNoItem().after(config.vetTimeout()).fail()
                .onFailure().invoke(silence -> LOG.infof("vetting silent reason=%s", silence.toString()))
                .onFailure().recoverWithItem(() -> new Answer.Silent());
    }

    private static Answer answer(SandboxRelay.Vetting vetting) {
        if (vetting.allowed()) {
            return new Answer.Allowed();
        }
        return new Answer.Refused(vetting.reasons().isEmpty()
                ? List.of(new SandboxRelay.Reason("refused", "may not be called from here", true))
                : vetting.reasons());
    }
}
