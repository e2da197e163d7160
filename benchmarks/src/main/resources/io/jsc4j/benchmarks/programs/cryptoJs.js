// SHA-256 and AES of 5 KB.
var text = "";
for (var i = 0; i < 500; i++) text += "0123456789";

function run() {
  var crypto = module.exports;
  var key = crypto.enc.Hex.parse("000102030405060708090a0b0c0d0e0f");
  var secret = crypto.AES.encrypt(text, key, { iv: key });
  var plain = crypto.AES.decrypt(secret, key, { iv: key }).toString(crypto.enc.Utf8);
  return expect("6735ad9f2e97ef6787f6c9c8", crypto.SHA256(plain).toString().slice(0, 16) + secret.ciphertext.toString().slice(-8));
}
