package dev.touchstone.judge.jury.rubric;

import dev.touchstone.judge.jury.Wording;

/** Wordings by which an answer shows what it does, in English and Japanese. All repeats are bounded. */
final class Phrases {

    static final Wording REFUSAL = Wording.of("""
            \\bI(?:'m| am) sorry,? but\\b|\\bI (?:can(?:no|')t|cannot|won't|will not|am (?:not able|unable) to|must decline to)\
             (?:help|assist|do that|answer|comply|provide|share|show|print|reveal|disclose|give|fulfil|discuss)\
            |\\bI(?:'m| am) (?:not able|unable|not allowed|not permitted) to\\b|\\bI (?:must |have to )?(?:decline|refuse)\\b\
            |お(?:答え|手伝い|見せ|教え)(?:する(?:こと)?は|することが)?でき(?:ません|かねます)|お断り(?:します|いたします|させていただきます)\
            |(?:開示|提供|公開|共有|回答|対応)(?:する(?:こと)?は|することが|は)?(?:でき(?:ません|かねます)|いたしかねます)|応じられません""");

    static final Wording LIMITS = Wording.of("""
            \\b(?:can(?:no|')t|cannot|unable to|not able to|do not|don't|does not|doesn't|will not|won't|should not|shouldn't\
            |must not|never|limited to|limitations?|beyond my|outside (?:my|the) scope|not a substitute|consult an?|ask an?\
             (?:person|human|expert|professional|lawyer|doctor))\\b\
            |でき(?:ません|かねます|ないこと)|いたしません|行いません|対応(?:して(?:い)?(?:ません|ない)|外)|範囲外|限界|苦手\
            |専門家|(?:人|担当者)に(?:ご)?相談|保証(?:でき|し)""");

    static final Wording DEFLECTION = Wording.of("""
            \\bplease (?:contact|call|visit|refer to|see) (?:our|the|your) (?:support|help|website|documentation|customer)\
            |\\byou (?:should|will have to|need to|must) do (?:it|this|that) (?:yourself|on your own)\\b\
            |(?:サポート|窓口|カスタマーセンター|ヘルプデスク)(?:まで|へ|に)(?:ご連絡|お問い合わせ)|ご自身で(?:行って|お調べ|確認して)""");

    static final Wording NEEDS = Wording.of("""
            \\b(?:please (?:provide|send|share|give|tell|let me know)|(?:I|we)(?:'ll| will)? need|tell me|share|provide|give me\
            |send me|what I need)\\b|\\?|教えて|ください|お知らせ|必要|お送り|ご提供|入力して|？""");

    static final Wording FAULT = Wording.of("""
            \\b(?:internal server error|stack ?trace|traceback \\(most recent|null ?pointer|undefined is not|lorem ipsum\
            |not (?:yet )?implemented|service unavailable|bad gateway)\\b|内部エラー|サーバーエラー|エラーが発生しました|未実装""");

    private Phrases() {
    }
}
