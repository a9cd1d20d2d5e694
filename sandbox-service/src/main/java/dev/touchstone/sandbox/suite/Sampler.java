package dev.touchstone.sandbox.suite;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.sandbox.suite.Sample.Drawn;

/**
 * Chooses cases so that who does not know the seed cannot foresee them, and who knows it can show why these. Everything that
 * looks like chance is HMAC-SHA256(seed, submission/round/attempt/…), so another round or attempt gets other cases.
 */
public final class Sampler {

    private static final String HMAC = "HmacSHA256";
    private static final int SEED_ID_DIGITS = 16;

    private final SecretKeySpec seed;

    /**
     * @param seed a secret of at least 128 bits of chance: a guessable one can be found by who knows a suite and what
     *        {@link Sample} tells
     */
    public Sampler(String seed) {
        this.seed = new SecretKeySpec(utf8(seed), HMAC);
    }

    /** At most {@code count} cases; see {@link Strata} for how they are spread. */
    public Drawn draw(List<SuiteCase> cases, int count, StageEvent request) {
        return draw(cases, count, request.submissionId() + "/" + request.review().workflowRunId() + "/" + request.attempt());
    }

    /** Whether these cases are what this seed gives for the request: nobody picked them by hand. */
    public boolean proves(Sample claimed, List<SuiteCase> cases, StageEvent request) {
        return draw(cases, claimed.count(), request).sample().equals(claimed);
    }

    Drawn draw(List<SuiteCase> cases, int count, String occasion) {
        Mac mac = mac();
        Function<String, BigInteger> chance = message -> new BigInteger(1, mac.doFinal(utf8(occasion + "/" + message)));
        List<SuiteCase> ranked = cases.stream().sorted(Comparator.comparing(each -> chance.apply("case/" + each.id())))
                .toList();
        List<SuiteCase> chosen = new Strata(chance).choose(ranked, Math.min(count, cases.size()));
        return new Drawn(chosen, new Sample(seedId(), chosen.size(), cases.size(), digest(chosen)));
    }

    private String seedId() {
        return HexFormat.of().formatHex(mac().doFinal(utf8("seed id"))).substring(0, SEED_ID_DIGITS);
    }

    private static String digest(List<SuiteCase> chosen) {
        String ids = chosen.stream().map(each -> each.id() + "\n").collect(Collectors.joining());
        return Artifacts.digest(utf8(ids));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(seed);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + HMAC, impossible);
        }
    }
}
