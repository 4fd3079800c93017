package dev.portway.sandbox.file;

import dev.portway.sandbox.world.World;
import java.util.Map;

/** What a world starts from: a file, or something that makes one as it goes. */
public interface WorldStart {

    /** Replaces all there is. To be called under the world's lock. */
    void into(World world);

    /** Names others look the world up by. */
    Map<String, String> landmarks();
}
