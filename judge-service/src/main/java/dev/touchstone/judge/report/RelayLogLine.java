package dev.touchstone.judge.report;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.ToolUse;
import dev.touchstone.judge.questions.Recorded;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One line of {@code relay_logs.jsonl}: what was sent to the agent and what came back, without secrets.
 *
 * @param toolUses that the agent tells of; null where it did not answer
 * @param tokens as the agent counts them; null where it did not answer
 * @param recordedFrom where the answer was recorded earlier in this round, so that nothing was sent; null where it was
 */
@RegisterForReflection
record RelayLogLine(String question, URI endpoint, AgentTarget.Protocol protocol, String request, String outcome,
        @Nullable String response, @Nullable List<ToolUse> toolUses, @Nullable Tokens tokens, @Nullable String code,
        @Nullable String detail, @Nullable Long latencyMillis, @Nullable String recordedFrom) {

    static RelayLogLine of(AgentTarget agent, Examined examined) {
        String id = examined.question().id();
        String request = examined.question().text();
        Recorded recorded = examined.question().recorded();
        return switch (examined.heard()) {
            case Heard.Answered(var answer, var toolUses, var tokens) ->
                new RelayLogLine(id, withoutSecrets(agent.endpoint()), agent.protocol(), request,
                        "answered", answer.text(), toolUses, tokens, null, null, examined.latencyMillis(),
                        recorded == null ? null : recorded.from());
            case Heard.Unanswered silence -> new RelayLogLine(id, withoutSecrets(agent.endpoint()), agent.protocol(), request,
                    "failed", null, null, null, silence.code(), silence.detail(), examined.latencyMillis(), null);
        };
    }

    /** A submitted address may carry a key in its query or a password before its host. */
    private static URI withoutSecrets(URI endpoint) {
        String authority = endpoint.getRawAuthority() == null ? "" : endpoint.getRawAuthority().replaceFirst("^.*@", "");
        String path = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
        return URI.create(endpoint.getScheme() + "://" + authority + path);
    }
}
