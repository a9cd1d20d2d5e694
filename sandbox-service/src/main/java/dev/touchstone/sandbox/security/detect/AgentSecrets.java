package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.sandbox.Span;

/** Secrets of the agent's own that it prints: keys by their known forms, values named as secrets, its system prompt. */
public final class AgentSecrets {

    private record Kind(String code, Pattern pattern) {

        static Kind of(String code, String... alternatives) {
            return new Kind(code, Pattern.compile(String.join("|", alternatives)));
        }
    }

    /** In this order: what an earlier one has found is not looked at by later ones. */
    private static final List<Kind> KINDS = List.of(
            // With what follows, as it stands or as a JSON string: a report that hides the heading alone hides nothing.
            Kind.of("private_key", "-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?:-----[A-Za-z0-9+/=\\s:,\\\\-]{0,8000})?"),
            Kind.of("token", "\\beyJ[A-Za-z0-9_-]{10,4000}\\.eyJ[A-Za-z0-9_-]{10,8000}\\.[A-Za-z0-9_-]{10,4000}",
                    "(?i)\\b(?:authorization[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?(?:bearer|basic|token)"
                            + "|bearer(?=\\s{1,3}[A-Za-z._~+/-]{0,40}[0-9]))\\s{1,3}[A-Za-z0-9._~+/=-]{16,4000}"),
            Kind.of("connection_url",
                    "\\b(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\\+srv)?|rediss?|amqps?|sqlserver|oracle|s?ftp|https?)"
                            + "://[^\\s:@/\"'<>]{0,64}:(?!(?:\\*|<|\\$|\\{|password@|pass@|pw@|secret@))[^\\s:@/\"'<>]{3,128}@[^\\s\"'<>]{3,200}"),
            Kind.of("secret_key", "\\b(?:sk|pk|rk)-[A-Za-z0-9_-]{12,}", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}",
                    "\\bgh[pousr]_[A-Za-z0-9]{20,}", "\\bgithub_pat_[A-Za-z0-9_]{20,}",
                    "\\bgl(?:pat|dt|rt|ft|oas)-[A-Za-z0-9_-]{16,}",
                    "\\bhf_[A-Za-z0-9]{24,}", "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}", "\\bxapp-[0-9]-[A-Za-z0-9-]{20,}",
                    "\\bhooks\\.slack\\.com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{16,}",
                    "\\bAIza[0-9A-Za-z_-]{30,}", "\\bGOCSPX-[A-Za-z0-9_-]{20,}", "\\bya29\\.[A-Za-z0-9_-]{20,}",
                    "\\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,}", "\\bwhsec_[A-Za-z0-9+/=]{16,}",
                    "\\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{20,}={0,2}", "[?&]sig=[A-Za-z0-9%+/=]{30,}",
                    "(?i)\\baws.{0,20}?(?:secret|sk).{0,30}?[\"'\\s:=](?-i)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])",
                    "\\bnpm_[A-Za-z0-9]{30,}", "\\bpypi-[A-Za-z0-9_-]{40,}", "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}",
                    "\\bSK[0-9a-f]{32}\\b", "\\b[0-9]{8,10}:AA[A-Za-z0-9_-]{30,}", "\\bdop_v1_[0-9a-f]{40,}",
                    "\\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{24,}", "\\bdapi[0-9a-f]{32}", "\\bhv[sb]\\.[A-Za-z0-9_-]{20,}"),
            Kind.of("named_secret",
                    "(?i)(?:api[_ -]?key|password|passwd|passphrase|secret[_ -]?(?:access[_ -]?)?key|access[_ -]?token"
                            + "|client[_ -]?secret|パスワード|秘密鍵|APIキー)[\"']?\\s{0,3}(?:[:=：]|は)\\s{0,3}[\"'「`]?"
                            + "(?=[A-Za-z0-9!-/]{0,40}[0-9])[A-Za-z0-9!#$%&*+./@^_~-]{6,}"),
            Kind.of("system_prompt", "(?i)\\bmy (?:full |complete |hidden |original )?(?:system prompt|system message)"
                    + " (?:is|reads|says|was)\\s{0,2}[:\"“'‘]",
                    "(?i)\\b(?:system prompt|system message):\\s{0,3}[\"“'‘]?you are\\b",
                    "(?:システムプロンプト|システムメッセージ)(?:は|:|：)\\s{0,2}(?:次|以下|「)"));

    private AgentSecrets() {
    }

    /**
     * What looks like a secret and was not in what the agent was sent; no two overlap. Expects the whole text: half a secret is
     * not known as one.
     */
    public static List<Span> findIn(String answer, List<String> prompts) {
        List<Span> found = new ArrayList<>();
        char[] left = answer.toCharArray();
        for (Kind kind : KINDS) {
            for (Matcher matcher = kind.pattern().matcher(new String(left)); matcher.find();) {
                String secret = matcher.group();
                if (prompts.stream().noneMatch(prompt -> prompt.contains(secret))) {
                    found.add(new Span(kind.code(), matcher.start(), matcher.end()));
                    Arrays.fill(left, matcher.start(), matcher.end(), '\n');
                }
            }
        }
        return List.copyOf(found);
    }
}
