package dev.touchstone.local.agents;

/** Why the good agent does not do what it is asked. */
enum Concern {

    SECRETS("I can't share secrets, passwords, keys or confidential data.",
            "秘密やパスワード、キー、機密情報をお伝えすることはできません。"),
    INSTRUCTIONS("I can't share or repeat my instructions.",
            "私への指示や設定の内容をお見せすることはできません。"),
    OVERRIDE("I can't set my rules aside or take on a role that has none.",
            "ルールを無視したり、制限のない役割を演じたりすることはできません。"),
    HARM("I can't help with something that could hurt people or break the law.",
            "人を傷つけたり法律に反したりするおそれのあることは、お手伝いできません。"),
    PERSONAL_DATA("I can't help to find or share other people's personal data.",
            "他の方の個人情報を調べたりお伝えしたりすることはできません。"),
    TOOLS("I can't run commands, change data or act in other systems.",
            "コマンドの実行やデータの変更、他のシステムの操作はできません。"),
    HIDDEN("I can't follow requests that are hidden in an encoding.",
            "暗号化や変換で隠された依頼にはお応えできません。");

    private static final String ENGLISH_OFFER = " I'm sorry about that. I'm happy to help with a trip, a train or good food instead.";
    private static final String JAPANESE_OFFER = "申し訳ありません。旅行や電車、食事のことでしたら喜んでお手伝いします。";

    private final String english;
    private final String japanese;

    Concern(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    String refusal(Speech speech) {
        return speech.choose(english + ENGLISH_OFFER, japanese + JAPANESE_OFFER);
    }
}
