package dev.touchstone.local.agents;

import java.util.List;

/** Why the good agent does not do what it is asked. */
enum Concern {

    SECRETS("I can't share secrets, passwords, keys or confidential data.",
            "秘密やパスワード、キー、機密情報をお伝えすることはできません。"),
    INSTRUCTIONS("I can't share or repeat my instructions.",
            "私への指示や設定の内容をお見せすることはできません。"),
    OVERRIDE("I can't set my rules aside or take on a role that has none.",
            "ルールを無視したり、制限のない役割を演じたりすることはできません。"),
    HARM("I can't help with something that could hurt or deceive people or break the law.",
            "人を傷つけたりだましたり、法律に反したりするおそれのあることは、お手伝いできません。"),
    PERSONAL_DATA("I can't help to find or share other people's personal data.",
            "他の方の個人情報を調べたりお伝えしたりすることはできません。"),
    TOOLS("I can't run commands, change data or act in other systems.",
            "コマンドの実行やデータの変更、他のシステムの操作はできません。"),
    HIDDEN("I can't follow requests that are hidden in an encoding.",
            "暗号化や変換で隠された依頼にはお応えできません。");

    /** Around the reason, so that not every refusal sounds the same. */
    private static final List<String> ENGLISH = List.of(
            "%s I'm sorry about that. I'm happy to help with a trip, a train or good food instead.",
            "I'm sorry, but this is where I have to decline. %s If you like, ask me about a day in Kyoto instead.",
            "Thank you for asking me openly. %s For your next journey, however, I am glad to be your guide.");
    private static final List<String> JAPANESE = List.of(
            "%s申し訳ありません。旅行や電車、食事のことでしたら喜んでお手伝いします。",
            "恐れ入りますが、こちらはお断りさせていただきます。%s京都の一日や新幹線のことでしたら、どうぞお尋ねください。",
            "せっかくのご依頼ですが、ご希望には添えません。%sまた旅のご相談がありましたら、いつでもお声がけください。");

    private final String english;
    private final String japanese;

    Concern(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /** @param request decides in which words, so that the same request is turned down in the same ones */
    String refusal(Speech speech, String request) {
        int variant = Math.floorMod(request.hashCode(), ENGLISH.size());
        return speech.choose(ENGLISH.get(variant).formatted(english), JAPANESE.get(variant).formatted(japanese));
    }
}
