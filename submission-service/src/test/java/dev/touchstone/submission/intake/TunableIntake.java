package dev.touchstone.submission.intake;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import io.quarkus.test.Mock;
import io.smallrye.config.SmallRyeConfig;

/** The configuration of the intake as it is, but for what a test sets for a while: another would need another service. */
@Mock
@ApplicationScoped
public class TunableIntake implements IntakeConfig {

    private static volatile boolean keyRequired;
    private static volatile boolean signatureRequired;
    private static volatile @Nullable Duration patience;

    private final IntakeConfig configured = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)
            .getConfigMapping(IntakeConfig.class);

    /** Something that a test does meanwhile. */
    public interface Doing<T> {

        T run();
    }

    public static <T> T whileKeysAreRequired(Doing<T> doing) {
        keyRequired = true;
        try {
            return doing.run();
        } finally {
            keyRequired = false;
        }
    }

    public static <T> T whileSignaturesAreRequired(Doing<T> doing) {
        signatureRequired = true;
        try {
            return doing.run();
        } finally {
            signatureRequired = false;
        }
    }

    public static <T> T withoutPatience(Doing<T> doing) {
        patience = Duration.ZERO;
        try {
            return doing.run();
        } finally {
            patience = null;
        }
    }

    @Override
    public Duration vetTimeout() {
        return configured.vetTimeout();
    }

    @Override
    public Duration fetchTimeout() {
        return configured.fetchTimeout();
    }

    @Override
    public boolean signatureRequired() {
        return signatureRequired || configured.signatureRequired();
    }

    @Override
    public long maxBytes() {
        return configured.maxBytes();
    }

    @Override
    public IdempotencyConfig idempotency() {
        IdempotencyConfig idempotency = configured.idempotency();
        Duration set = patience;
        return new IdempotencyConfig() {

            @Override
            public boolean required() {
                return keyRequired || idempotency.required();
            }

            @Override
            public Duration retention() {
                return idempotency.retention();
            }

            @Override
            public Duration patience() {
                return set == null ? idempotency.patience() : set;
            }
        };
    }
}
