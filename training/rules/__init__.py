"""How the weights of the transliteration rules and of the guess of origin are learnt."""
