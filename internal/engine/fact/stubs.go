package fact


