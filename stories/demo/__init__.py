"""The demo newsroom: reads its texts, draws its photos. The texts themselves stand in `demo/`."""
