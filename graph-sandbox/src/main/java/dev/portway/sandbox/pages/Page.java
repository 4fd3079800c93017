package dev.portway.sandbox.pages;

import java.util.List;

/** One page. */
interface Page {

    /** The last part of its address, and the key of its name. */
    String name();

    /** What it shows. Called under the world's lock. */
    List<Tag> show(Visit visit);

    /** Does what a form of it asks for, and says where to go then. */
    Outcome act(Visit visit);

    /** What became of a form. */
    sealed interface Outcome {

        /** Done; the browser goes on to an address below the world's. */
        record Done(String next) implements Outcome {}

        /** Not done, and why. */
        record Wrong(String why) implements Outcome {}
    }
}
