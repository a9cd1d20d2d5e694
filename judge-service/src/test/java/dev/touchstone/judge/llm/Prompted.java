package dev.touchstone.judge.llm;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.touchstone.judge.BoundedHttp;

/** Named prompts and models of tests. */
final class Prompted {

    static final String SCHEMA = """
            {"type":"object","additionalProperties":false,"required":["score"],\
            "properties":{"score":{"type":["number","null"],"minimum":0,"maximum":40}}}""";

    private Prompted() {
    }

    static ChatPrompt prompt(String question) {
        return new ChatPrompt(List.of(ChatMessage.system("You judge."), ChatMessage.user(question)), "ruling", SCHEMA);
    }

    static ModelSettings settings(Provider provider, URI baseUrl) {
        return new ModelSettings("juror", provider, baseUrl, "model-1", 0.5, 64, false);
    }

    /** The library's model, as the service would make it for the juror. */
    static ChatModel model(Juror juror, ModelSettings settings) {
        return model(Map.of(settings.juror(), juror), settings);
    }

    static ChatModel model(Map<String, Juror> jurors, ModelSettings settings) {
        Operator operator = Operator.with(jurors);
        return new LibraryModels(new BoundedHttp(), new Turns(operator, Clock.systemUTC()), operator, Clock.systemUTC())
                .of(settings);
    }
}
