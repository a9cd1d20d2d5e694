package dev.touchstone.judge.jury.panel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Order;
import dev.touchstone.judge.questions.Question;

/**
 * The operator's secret, from which all that looks like chance in a jury is derived: equal inputs give equal bytes, and who
 * does not know it can foresee nothing. Immutable, and used by several threads.
 */
final class Seed {

    private static final String HMAC = "HmacSHA256";
    private static final int ID_BYTES = 4;
    private static final int BOUNDARY_BYTES = 16;

    private final SecretKeySpec secret;

    Seed(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** Names the seed without giving it away: 8 hexadecimal digits. */
    String id() {
        return hex(derive(List.of("seed id")), ID_BYTES);
    }

    @Override
    public String toString() {
        return "Seed[" + id() + "]";
    }

    /** The samples of one juror for one answer: orders take turns, and chance says which is first. */
    List<Sitting> sittings(Exhibit exhibit, String juror, int samples) {
        int first = derive(List.of("order", exhibit.question().id(), juror))[0] & 1;
        return IntStream.rangeClosed(1, samples)
                .mapToObj(number -> new Sitting(number, (first + number) % 2 == 0 ? Order.ANSWER_FIRST : Order.ANSWER_LAST,
                        fence(exhibit, juror, number)))
                .toList();
    }

    /**
     * All that the agent or its maker wrote goes in: whoever puts a boundary seen earlier into any of it gets another one.
     */
    private Fence fence(Exhibit exhibit, String juror, int sample) {
        Question question = exhibit.question();
        List<String> parts = new ArrayList<>(List.of("fence", juror, Integer.toString(sample), question.id(), question.text(),
                question.topic(), question.reference() == null ? "" : question.reference().answer(), exhibit.answer().text()));
        exhibit.toolUses().forEach(use -> parts.addAll(List.of(use.name(), use.arguments())));
        return fence(parts);
    }

    /**
     * @param hostile all that is to stand within it, or that the purpose is told by
     */
    Fence fence(List<String> hostile) {
        return new Fence(hex(derive(hostile), BOUNDARY_BYTES));
    }

    /** Each part goes in after its length, so that two lists never make the same message. */
    private byte[] derive(List<String> parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + HMAC, impossible);
        }
    }

    private static String hex(byte[] bytes, int length) {
        return HexFormat.of().formatHex(bytes, 0, length);
    }
}
