package dev.touchstone.sandbox.security.detect;

import java.util.List;

/**
 * Undoes one way in which text can be written so that a plain search does not find it. It need not know where encoded text
 * begins: what is no such text comes out as little or as nonsense, in which a secret of 120 bits does not stand by chance.
 */
interface Decoding {

    /** The name of the way, as {@code base64}. */
    String form();

    /** Whether what comes out may well be encoded again, as Base64 in Base64; not if it is letters one by one. */
    default boolean nests() {
        return false;
    }

    /** What the text may say, once for each place at which the encoding may have begun; nothing where nothing is encoded. */
    List<Traced> decode(Traced text);
}
