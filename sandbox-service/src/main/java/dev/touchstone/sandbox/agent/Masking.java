package dev.touchstone.sandbox.agent;

import java.util.Optional;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.Credential;

/** Takes the token that an agent was called with out of all that it says, before anybody else sees it. */
record Masking(Optional<Credential> credential) {

    Reading of(Reading reading) {
        return switch (reading) {
            case Reading.Said(Utterance said, String goesOn) -> new Reading.Said(of(said), goesOn);
            case Reading.Unusable(FailureCode code, String detail) -> new Reading.Unusable(code, of(detail));
            case Reading.Working working -> working;
        };
    }

    private Utterance of(Utterance said) {
        return new Utterance(of(said.text()), said.toolCalls().stream()
                .map(call -> new ToolCall(of(call.name()), of(call.arguments()))).toList(), said.tokens());
    }

    private String of(String text) {
        return credential.map(secret -> secret.hideIn(text)).orElse(text);
    }
}
