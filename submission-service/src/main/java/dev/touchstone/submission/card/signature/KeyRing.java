package dev.touchstone.submission.card.signature;

import java.security.PublicKey;
import java.util.List;

/** The registered keys, as one organisation may see them. */
public interface KeyRing {

    /**
     * The keys that are meant by an id. Several keys of the organisation may have one name, as while they are rotated.
     *
     * @param id of a key itself, {@code sha256:…}, whoever registered it; or a name that the organisation gave to its own
     * @return none where nobody registered such a key
     */
    List<Registered> find(String id);

    /** A key that somebody registered. */
    record Registered(String keyId, PublicKey key, Standing standing) {
    }

    /** What a key's signature is worth to the organisation. */
    enum Standing {
        IN_FORCE,
        REVOKED,
        /** Another organisation's; which one is nobody's business. */
        FOREIGN
    }
}
