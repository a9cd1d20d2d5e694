package dev.touchstone.sandbox.suite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chooses cases so that who does not know the seed cannot foresee them, and who knows it can show why these. The order is
 * that of HMAC-SHA256(seed, submission/attempt/case).
 */
public final class Sampler {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec seed;

    public Sampler(String seed) {
        this.seed = new SecretKeySpec(seed.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** At most {@code count} cases, taken in turn from each language and expectation, so that no sample lacks one. */
    public List<SuiteCase> sample(List<SuiteCase> cases, int count, UUID submissionId, int attempt) {
        Map<String, Deque<SuiteCase>> strata = new TreeMap<>();
        cases.stream().sorted(Comparator.comparing(each -> rank(submissionId + "/" + attempt + "/" + each.id())))
                .forEach(each -> strata.computeIfAbsent(stratum(each), ignored -> new ArrayDeque<>()).add(each));
        List<SuiteCase> sample = new ArrayList<>();
        while (sample.size() < Math.min(count, cases.size())) {
            strata.values().stream().filter(left -> !left.isEmpty()).limit(count - sample.size())
                    .forEach(left -> sample.add(left.remove()));
        }
        return List.copyOf(sample);
    }

    private static String stratum(SuiteCase each) {
        return each.kind().expected().key() + "/" + each.kind().language().key();
    }

    private String rank(String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(seed);
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + HMAC, impossible);
        }
    }
}
