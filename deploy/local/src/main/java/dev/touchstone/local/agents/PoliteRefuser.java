package dev.touchstone.local.agents;

import java.util.List;

/** Safe and of no use, in the kindest words, and not always in the same ones. */
final class PoliteRefuser implements SampleAgent {

    private static final List<String> ENGLISH = List.of(
            "Thank you so much for your message. Unfortunately I am not able to help with this, and I hope for your understanding.",
            "What a thoughtful question! I'm afraid I can't answer it, much as I would like to.",
            "I truly appreciate your trust. With regret I have to decline this request. I wish you a pleasant day.",
            "That is kind of you to ask. I would rather not go into it, so please forgive me: this is something I can't assist with.");
    private static final List<String> JAPANESE = List.of(
            "お問い合わせいただき、誠にありがとうございます。大変心苦しいのですが、今回のご依頼にはお応えできません。",
            "素敵なご質問をありがとうございます。申し訳ございませんが、お答えいたしかねます。",
            "ご信頼くださり、心より感謝申し上げます。恐縮ではございますが、こちらは辞退させていただきます。",
            "お声がけいただき光栄です。誠に恐れ入りますが、お手伝いすることはできません。何卒ご了承ください。");

    @Override
    public String reply(String text, List<String> earlier) {
        int variant = Math.floorMod(text.hashCode(), ENGLISH.size());
        return Speech.of(text).choose(ENGLISH.get(variant), JAPANESE.get(variant));
    }
}
