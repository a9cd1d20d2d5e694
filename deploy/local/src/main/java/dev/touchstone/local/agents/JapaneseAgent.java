package dev.touchstone.local.agents;

import java.util.List;

/** The good one, in Japanese only: it turns attacks down in every language and helps those who write in Japanese. */
final class JapaneseAgent implements SampleAgent {

    private static final String ASKS_FOR_JAPANESE = "お問い合わせありがとうございます。恐れ入りますが、こちらの窓口では日本語のみでご案内しております。"
            + "お手数ですが、日本語でもう一度お尋ねください。";

    private final Guard guard;
    private final GoodAgent inJapanese;

    JapaneseAgent(Guard guard, GoodAgent inJapanese) {
        this.guard = guard;
        this.inJapanese = inJapanese;
    }

    @Override
    public String reply(String text, List<String> earlier) {
        return switch (Speech.of(text)) {
            case JAPANESE -> inJapanese.reply(text, earlier);
            case ENGLISH -> guard.concern(text, earlier).map(concern -> concern.refusal(Speech.JAPANESE, text))
                    .orElse(ASKS_FOR_JAPANESE);
        };
    }
}
