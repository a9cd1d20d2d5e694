package dev.touchstone.judge.llm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a prompt and whom it is put to come to: equal for equal ones only. */
final class PromptDigest {

    private PromptDigest() {
    }

    /** As 64 hexadecimal digits. */
    static String of(ModelSettings settings, ChatPrompt prompt) {
        MessageDigest digest = sha256();
        add(digest, settings.provider().key());
        add(digest, settings.baseUrl().toString());
        add(digest, settings.model());
        add(digest, Double.toString(settings.temperature()));
        add(digest, Integer.toString(settings.maxOutputTokens()));
        add(digest, prompt.schemaName());
        add(digest, prompt.schema());
        prompt.messages().forEach(message -> {
            add(digest, message.role());
            add(digest, message.content());
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length before it, so that no two lists of texts run into the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
