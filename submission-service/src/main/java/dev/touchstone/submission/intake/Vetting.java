package dev.touchstone.submission.intake;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

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

        record Refused(List<String> reasons) implements Answer {

            public Refused {
                reasons = List.copyOf(reasons);
            }
        }

        record Silent() implements Answer {
        }
    }

    Uni<Answer> vet(URI endpoint) {
        return relay.vet(new SandboxRelay.Address(endpoint)).map(Vetting::answer)
                .ifNoItem().after(config.vetTimeout()).fail()
                .onFailure().invoke(silence -> LOG.infof("vetting silent reason=%s", silence.toString()))
                .onFailure().recoverWithItem(() -> new Answer.Silent());
    }

    private static Answer answer(SandboxRelay.Vetting vetting) {
        if (vetting.allowed()) {
            return new Answer.Allowed();
        }
        return new Answer.Refused(vetting.reasons().isEmpty() ? List.of("may not be called from here")
                : vetting.reasons().stream().map(SandboxRelay.Reason::text).toList());
    }
}
