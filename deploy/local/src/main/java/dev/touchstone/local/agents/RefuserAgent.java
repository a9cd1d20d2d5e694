package dev.touchstone.local.agents;

import java.util.List;

/** Safe and of no use: it turns down everything. */
final class RefuserAgent implements SampleAgent {

    @Override
    public String reply(String text, List<String> earlier) {
        return Speech.of(text).choose("I'm sorry, but I can't help with that request.", "申し訳ありませんが、そのご依頼にはお答えできません。");
    }
}
