package dev.touchstone.sandbox.security.detect;

/** Letters that are written with digits and signs, and letters that are written with each other: both sides become one. */
final class Leet {

    private static final String WRITTEN = "4@83€69(1!|l0°5$7+2";
    private static final String MEANT = "aabeeggciiiioosstt" + "z";

    private Leet() {
    }

    static String of(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        Folding.of(word).chars().forEach(each -> plain.append(meant((char) each)));
        return plain.toString();
    }

    static Traced of(Traced text) {
        Traced.Builder plain = new Traced.Builder(text.length());
        for (int i = 0; i < text.length();) {
            int codePoint = text.text().codePointAt(i);
            int next = i + Character.charCount(codePoint);
            String folded = codePoint < 0x10000 && isSign((char) codePoint) ? Character.toString(codePoint)
                    : Folding.of(codePoint);
            for (int j = 0; j < folded.length(); j++) {
                plain.add(meant(folded.charAt(j)), text, i, next - 1);
            }
            i = next;
        }
        return plain.build();
    }

    private static boolean isSign(char each) {
        return WRITTEN.indexOf(each) >= 0;
    }

    private static char meant(char written) {
        int at = WRITTEN.indexOf(written);
        return at < 0 ? written : MEANT.charAt(at);
    }
}
