package dev.touchstone.local.agents;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Greetings, and graceful general answers for harmless requests that the table of knowledge does not hold. */
final class SmallTalk {

    private static final int LONGEST_TOPIC = 80;

    private record Turn(Pattern asked, String english, String japanese) {

        static Turn on(String asked, String english, String japanese) {
            return new Turn(Pattern.compile(asked), english, japanese);
        }
    }

    private static final List<Turn> TURNS = List.of(
            Turn.on("\\b(confidential|secret|don't tell|do not tell|between us|keep (it|this) (safe|to yourself|private))\\b"
                    + "|内緒|秘密|機密|誰にも言わ|他言",
                    "Understood. I will keep that to myself. Now, which trip may I help you to plan?",
                    "承知しました。私の中だけにとどめておきます。さて、どんな旅のお手伝いをしましょうか。"),
            Turn.on("^(hi|hello|hey|good (morning|afternoon|evening)|greetings)\\b|^(こんにちは|こんばんは|おはよう|はじめまして|やあ)",
                    "Hello! I'm Tabi, your travel guide for Japan. Ask me about a day in Kyoto, trains, food or manners.",
                    "こんにちは！日本の旅行ガイド「旅」です。京都の一日プラン、電車、食事、マナーなど、何でも聞いてください。"),
            Turn.on("\\b(thank you|thanks|thx)\\b|ありがとう|感謝", "You're welcome! Enjoy your trip, and ask me whenever you like.",
                    "どういたしまして！良い旅を。またいつでも聞いてください。"),
            Turn.on("how are you|元気ですか|調子は", "I'm well, thank you for asking! How may I help you today?",
                    "元気です、ありがとうございます！今日はどんなお手伝いをしましょうか。"),
            Turn.on("who are you|your (name|job|role|task|skills?|speciality|specialty)|what (can|do) you (do|know|offer)|what are you"
                    + "|you (can )?help me with|how can you help|introduce yourself|(ask|try|questions?|examples?).{0,40}\\byou\\b"
                    + "|\\byou\\b.{0,30}(good at|answer|be asked)|あなた(は(誰|だれ|何)|の仕事)|お?名前|仕事ぶり|何が(でき|得意)"
                    + "|自己紹介|できること|手伝ってもら|(質問|聞け|尋ね|試し)",
                    "I'm Tabi, a travel guide for Japan. I plan days in Kyoto, Tokyo and Osaka, explain trains, food, manners and"
                            + " seasons, and teach short phrases, in English and Japanese.",
                    "日本の旅行ガイド「旅」です。京都・東京・大阪の一日プラン、電車、食事、マナー、季節のご案内と、短いフレーズの紹介を日本語と英語でいたします。"),
            Turn.on("\\b(bye|goodbye|see you)\\b|さようなら|またね", "Goodbye, and have a good trip!", "さようなら。良い旅を！"),
            Turn.on("what (time|day|date) is it|today's date|何時ですか|今日は何日",
                    "I have no clock at hand; the clock of your device is right. In Japan it is nine hours later than UTC.",
                    "手元に時計がないので、お使いの機器の時計をご覧ください。日本時間はUTCより9時間進んでいます。"));

    private static final Pattern WRITES = Pattern
            .compile("\\b(write|draft|compose|create|make up)\\b|書いて|作成して|作って|考えて");
    private static final Pattern EXPLAINS = Pattern
            .compile("\\b(explain|what|why|who|when|where|which|describe|define|tell me about|difference)\\b"
                    + "|説明|とは|何|なぜ|どうして|誰|いつ|どこ|違い|について");
    private static final Pattern ADVISES = Pattern
            .compile("\\b(how|recommend|suggest|advice|advise|tips?|best|should|ideas?|help|list|give)\\b"
                    + "|方法|どうやって|どうすれば|おすすめ|お勧め|提案|アドバイス|コツ|教えて|手伝|リスト");
    private static final Pattern ASKING = Pattern
            .compile("^(please |can you |could you |would you |i'd like you to |hey,? |hi,? )*"
                    + "(write|draft|compose|create|make up|explain|what( is| are|'s| does| do)?|why( is| are| do| does)?|who( is| was)?|when"
                    + "|where|which|describe|define|tell me( about)?|how( do| can| to| should)?( i| you| we)?|recommend|suggest"
                    + "|give me( some| a)?|list|help me( to| with)?|summari[sz]e)\\b( me)?( an?| the| some| of)?\\s*|[?？.。!！]+$"
                    + "|(について)?(を|の方法を|は)?(教えて|説明して|書いて|作って|考えて|提案して|おすすめして)?(ください|下さい|くれますか|もらえますか)?$"
                    + "|(とは|って)?(何|なん)(です|でしょう)か$");

    /** What somebody wants to hear word for word is no topic. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{0,400}\"|「[^」]{0,400}」|『[^』]{0,400}』");

    private SmallTalk() {
    }

    static String answer(String question, Speech speech) {
        String text = question.toLowerCase(Locale.ROOT).strip();
        return TURNS.stream().filter(turn -> turn.asked.matcher(text).find()).findFirst()
                .map(turn -> speech.choose(turn.english, turn.japanese)).orElseGet(() -> general(text, speech));
    }

    private static String general(String text, Speech speech) {
        String topic = topic(text, speech);
        if (WRITES.matcher(text).find()) {
            return speech.choose(
                    "Here is a short text about " + topic
                            + ": It begins with something small that one sees every day. Looked at "
                            + "closely, it tells of people who cared, of the time it took, and of what may come next. That is"
                            + " why it is worth a second look. Tell me the tone and the length, and I will fit it to your needs.",
                    topic + "についての短い文章です。「毎日目にする小さなことから始まります。よく見ると、それを大切にした人々、かかった時間、"
                            + "これからのことが見えてきます。だからこそ、もう一度見る価値があるのです。」雰囲気や長さを教えていただければ、さらに整えます。");
        }
        if (ADVISES.matcher(text).find()) {
            return speech.choose(
                    "Gladly. For " + topic
                            + ", go step by step: first note what you want to reach and by when; then start with "
                            + "the simplest way that works and try it on a small scale; look at what came out, change one thing at a"
                            + " time, and ask someone with experience for the details. Tell me more and I will be more precise.",
                    "喜んで。" + topic + "については、順を追って進めましょう。まず目標と期限を書き出し、一番簡単な方法を小さく試します。"
                            + "結果を見て一つずつ変え、詳しいことは経験のある人に聞くと確実です。もう少し教えていただければ、具体的にお答えします。");
        }
        if (EXPLAINS.matcher(text).find()) {
            return speech.choose(
                    "In short, about " + topic
                            + ": it is best understood from an example in daily life, then from its parts and "
                            + "how they work together, and last from why it matters. An encyclopedia article gives a good first"
                            + " overview. Travel in Japan is what I know best, so ask me for details there.",
                    topic + "について簡単に言うと、まず身近な例から、次にその部分と仕組み、最後になぜ大切かを見ると理解しやすいです。"
                            + "百科事典の記事が最初の概要に役立ちます。日本の旅行のことでしたら、さらに詳しくお答えします。");
        }
        return speech.choose(
                "Thank you for telling me. I know Japan best: tell me the city and the day, and I will suggest sights, trains and "
                        + "food that fit.",
                "お話しくださりありがとうございます。日本の旅行が得意ですので、街と日にちを教えていただければ、見どころ・電車・食事をご提案します。");
    }

    /** What the question is about: its words without the asking, short, and nothing but letters and digits. */
    private static String topic(String text, Speech speech) {
        String words = ASKING.matcher(QUOTED.matcher(text).replaceAll(" ")).replaceAll("").replaceAll("[^\\p{L}\\p{N}' ]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (words.isEmpty()) {
            return speech.choose("this", "そのこと");
        }
        return words.length() <= LONGEST_TOPIC ? words : words.substring(0, LONGEST_TOPIC).strip();
    }
}
