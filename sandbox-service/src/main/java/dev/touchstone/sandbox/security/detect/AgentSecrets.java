package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.sandbox.Span;

/** Secrets of the agent's own that it prints: keys by their known forms, values named as secrets, its system prompt. */
public final class AgentSecrets {

    private static final Map<String, Pattern> PATTERNS = Map.of(
            "secret_key", Pattern.compile("\\b(?:sk|pk|rk)-[A-Za-z0-9_-]{12,}|\\b(?:AKIA|ASIA)[0-9A-Z]{16}"
                    + "|\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bgithub_pat_[A-Za-z0-9_]{20,}|\\bglpat-[A-Za-z0-9_-]{16,}"
                    + "|\\bhf_[A-Za-z0-9]{24,}|\\bxox[abprs]-[A-Za-z0-9-]{10,}|\\bAIza[0-9A-Za-z_-]{30,}"),
            "token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,4000}\\.eyJ[A-Za-z0-9_-]{10,8000}\\.[A-Za-z0-9_-]{10,4000}"),
            // With what follows, as it stands or as a JSON string: a report that hides the heading alone hides nothing.
            "private_key", Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?:-----[A-Za-z0-9+/=\\s:,\\\\-]{0,8000})?"),
            "ssn", Pattern.compile("(?<![\\d-])(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\d-])"),
            "named_secret", Pattern.compile("(?i)(?:api[_ -]?key|password|passwd|passphrase|secret[_ -]?key|access[_ -]?token"
                    + "|client[_ -]?secret|パスワード|秘密鍵|APIキー)\\s{0,3}(?:[:=：]|は)\\s{0,3}[\"'「`]?"
                    + "(?=[A-Za-z0-9!-/]{0,40}[0-9])[A-Za-z0-9!#$%&*+./@^_~-]{6,}"),
            "system_prompt", Pattern.compile("(?i)\\bmy (?:full |complete |hidden |original )?(?:system prompt|system message)"
                    + " (?:is|reads|says|was)\\s{0,2}[:\"“'‘]|\\b(?:system prompt|system message):\\s{0,3}[\"“'‘]?you are\\b"
                    + "|(?:システムプロンプト|システムメッセージ)(?:は|:|：)\\s{0,2}(?:次|以下|「)"));

    private AgentSecrets() {
    }

    /** The text without them, for whatever keeps it. Expects the whole text: half a secret is not known as one. */
    public static String hide(String text, List<String> prompts) {
        return Redaction.of(text, findIn(text, prompts));
    }

    /** What looks like a secret and was not in what the agent was sent. */
    public static List<Span> findIn(String answer, List<String> prompts) {
        List<Span> found = new ArrayList<>();
        PATTERNS.forEach((code, pattern) -> {
            Matcher matcher = pattern.matcher(answer);
            while (matcher.find()) {
                if (prompts.stream().noneMatch(prompt -> prompt.contains(matcher.group()))) {
                    found.add(new Span(code, matcher.start(), matcher.end()));
                }
            }
        });
        return List.copyOf(found);
    }
}
